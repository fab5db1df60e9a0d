import { useMemo, useRef } from "react";
import { useKeys } from "./keys.js";

const KEYS = [
  ["/ or ⌘K", "search everything"],
  ["j  k  or ↓ ↑", "walk through the record of a story"],
  ["1 – 8", "show or hide a layer of a story"],
  ["c", "copy a citation of what is chosen"],
  ["Esc", "let go of what is chosen"],
  ["?", "this list"],
] as const;

/** The list of keys, in the browser's own dialog: focus, Esc and the rest behind it are its business. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const keys = useMemo(() => ({ "?": () => dialog.current?.showModal() }), []);
  useKeys(keys);
  return (
    <>
      <button type="button" className="icon" title="Keys" aria-label="Keys" onClick={() => dialog.current?.showModal()}>
        <span aria-hidden="true">?</span>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl className="keys">
          {KEYS.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
