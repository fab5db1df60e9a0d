import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api.js";
import { Desk } from "./desk.js";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/story.css";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused is refused again; a server that is being started may answer the second time.
      retry: (failures, error) => failures < 2 && error instanceof Refused && [0, 503].includes(error.problem.status),
      refetchOnWindowFocus: false,
    },
  },
});

createRoot(document.getElementById("desk") as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Desk />
    </QueryClientProvider>
  </StrictMode>,
);
