import type { ReactNode } from "react";
import { Refused } from "../api.js";

/** What a page shows while it waits, when there is nothing, and when it was refused. */

export const Waiting = ({ what }: { readonly what: string }) => (
  <p className="state" role="status">
    Looking up {what} …
  </p>
);

export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <p className="state" role="status">
    {children}
  </p>
);

export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const refused = error instanceof Refused ? error.problem : { title: "The page failed", detail: String(error) };
  return (
    <div className="failure" role="alert">
      <strong>{refused.title}.</strong> {refused.detail}
      {again !== undefined && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
