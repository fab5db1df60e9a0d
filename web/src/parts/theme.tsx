import { useEffect, useState } from "react";

type Theme = "auto" | "light" | "dark";
const NEXT: { readonly [T in Theme]: Theme } = { auto: "light", light: "dark", dark: "auto" };
const SIGNS: { readonly [T in Theme]: string } = { auto: "◐", light: "☀", dark: "☾" };
const KEY = "onrecord-theme";

/** Light, dark, or as the system is. The one thing that is not in the URL: it is the reader's, not the page's. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "auto";
  });
  useEffect(() => {
    localStorage.setItem(KEY, theme);
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <button
      type="button"
      className="icon"
      title={`Theme: ${theme}`}
      aria-label={`Theme: ${theme}. Change`}
      onClick={() => setTheme(NEXT[theme])}
    >
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  );
}
