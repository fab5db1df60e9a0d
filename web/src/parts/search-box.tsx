import { useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { queryOf } from "../api.js";

/** One box for everything; "/" or ⌘K leads to it. */
export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const asked = path === "/search" ? (new URLSearchParams(search).get("q") ?? "") : "";
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && ["INPUT", "TEXTAREA", "SELECT"].includes(event.target.tagName);
      const called = (event.key === "k" && (event.metaKey || event.ctrlKey)) || (event.key === "/" && !typing);
      if (!called) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== "") navigate(`/search${queryOf({ q: words.trim() })}`);
        }}
      >
        <input
          ref={box}
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          placeholder="Search everything   /"
          aria-label="Search everything"
          maxLength={300}
        />
      </form>
    </search>
  );
}
