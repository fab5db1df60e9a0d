import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The desk's pages, built into `dist/web`, from where the server takes them. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: "../dist/web", emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { "/v1": "http://127.0.0.1:8080" } },
});
