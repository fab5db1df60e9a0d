import { useEffect, useState } from "react";
import { useFilters } from "../url.js";

interface Field {
  readonly name: string;
  readonly label: string;
  /** Choices of a list; a text field without. */
  readonly choices?: readonly string[];
  readonly type?: "text" | "date";
}

export const SCOPE: readonly Field[] = [
  { name: "since", label: "Published since", type: "date" },
  { name: "until", label: "until", type: "date" },
  { name: "outlet", label: "Outlet" },
  { name: "collection", label: "Collection" },
  { name: "asOf", label: "As known on", type: "date" },
];

/** Fields that change the filters in the URL, a moment after the last key. */
export function FilterBar({ fields }: { readonly fields: readonly Field[] }) {
  const [filters, change] = useFilters();
  const used = fields.some(({ name }) => filters[name] !== undefined);
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) => (
        <label key={field.name} htmlFor={`filter-${field.name}`}>
          <span>{field.label}</span>
          {field.choices === undefined ? (
            <TextFilter {...field} value={filters[field.name] ?? ""} onChange={(value) => change({ [field.name]: value })} />
          ) : (
            <select
              id={`filter-${field.name}`}
              value={filters[field.name] ?? ""}
              onChange={({ target }) => change({ [field.name]: target.value })}
            >
              <option value="">any</option>
              {field.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice.toLowerCase()}
                </option>
              ))}
            </select>
          )}
        </label>
      ))}
      {used && (
        <button type="button" className="quiet" onClick={() => change(Object.fromEntries(fields.map(({ name }) => [name, undefined])))}>
          Clear
        </button>
      )}
    </form>
  );
}

function TextFilter({
  name,
  type = "text",
  value,
  onChange,
}: Field & { readonly value: string; readonly onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(wait);
  }, [typed, value, onChange]);
  return <input id={`filter-${name}`} type={type} value={typed} maxLength={300} onChange={({ target }) => setTyped(target.value)} />;
}
