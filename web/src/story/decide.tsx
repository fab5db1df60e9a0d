import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Correction } from "../../../src/model/index.js";
import { send } from "../api.js";
import { Failure } from "../parts/states.js";

const KEY = "onrecord-name";

/** The last decision of this page, to be taken back. */
export interface Decided {
  readonly correction: Correction;
  /** What was decided, in words. */
  readonly words: string;
}

interface Props {
  readonly annotation: string;
  readonly onDecided: (decided: Decided) => void;
}

/** Is what the card says right? A person says so by name; the record shows it at once, and it can be taken back. */
export function Decide({ annotation, onDecided }: Props) {
  const client = useQueryClient();
  const [by, setBy] = useState(() => localStorage.getItem(KEY) ?? "");
  const [note, setNote] = useState("");
  const decision = useMutation({
    mutationFn: (what: "right" | "wrong") =>
      send<Correction>("corrections", { decision: what, annotation, by: by.trim(), ...(note.trim() !== "" && { note: note.trim() }) }),
    onSuccess: async (correction) => {
      localStorage.setItem(KEY, by.trim());
      onDecided({ correction, words: correction.decision === "right" ? "Confirmed" : "Rejected" });
      setNote("");
      await client.invalidateQueries();
    },
  });
  const named = by.trim() !== "" && !decision.isPending;
  return (
    <form className="decide" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="decide-by">
        <span>Your name</span>
        <input id="decide-by" value={by} maxLength={200} autoComplete="name" onChange={({ target }) => setBy(target.value)} />
      </label>
      <label htmlFor="decide-note">
        <span>Note</span>
        <input id="decide-note" value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      </label>
      <div className="actions">
        <button type="button" disabled={!named} onClick={() => decision.mutate("right")}>
          Confirm
        </button>
        <button type="button" className="quiet" disabled={!named} onClick={() => decision.mutate("wrong")}>
          Reject
        </button>
      </div>
      {decision.error !== null && <Failure error={decision.error} />}
    </form>
  );
}

/** Says what was decided last, with the way back. */
export function Undo({ decided, onUndone }: { readonly decided: Decided; readonly onUndone: () => void }) {
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => send<Correction>(`corrections/${decided.correction.id}/undo`, { by: decided.correction.author }),
    onSuccess: async () => {
      onUndone();
      await client.invalidateQueries();
    },
  });
  return (
    <div className="undo" role="status">
      {decided.words} by {decided.correction.author}.
      <button type="button" className="quiet" disabled={undo.isPending} onClick={() => undo.mutate()}>
        Undo
      </button>
      {undo.error !== null && <Failure error={undo.error} />}
    </div>
  );
}
