import pc from "picocolors";

/** Puts a text in colour or weight; gives it back unchanged where the theme has no colours. */
export type Style = (text: string) => string;

/** How output is dressed. Nothing may be told by a style alone: without colours the same facts must stand there. */
export interface Theme {
  readonly colors: boolean;
  readonly bold: Style;
  readonly dim: Style;
  readonly italic: Style;
  readonly underline: Style;
  readonly good: Style;
  readonly warn: Style;
  readonly bad: Style;
  /** A hue for the n-th speaker (from 0); hues come round again after the last. */
  hue(n: number): Style;
}

export function themeOf(colors: boolean): Theme {
  const c = pc.createColors(colors);
  // Hues that are told apart on dark and on light ground, the most distant ones first.
  const hues = [c.cyan, c.magenta, c.green, c.yellow, c.blue, c.red, c.cyanBright, c.magentaBright, c.greenBright, c.blueBright];
  return {
    colors,
    bold: c.bold,
    dim: c.dim,
    italic: c.italic,
    underline: c.underline,
    good: c.green,
    warn: c.yellow,
    bad: c.red,
    hue: (n) => hues[n % hues.length],
  };
}

/** For tests and for output that is not a terminal. */
export const PLAIN: Theme = themeOf(false);
