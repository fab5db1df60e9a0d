import type { Difference } from "../../linking/index.js";
import { type Line, piece } from "./styled.js";
import type { Theme } from "./theme.js";

/**
 * Words with what differs: "[-gone-]", "{+new+}"; in round brackets where an ellipsis or an editor's bracket owns up to it. Nothing is told by
 * colour alone.
 */
export const wordDiff = (differences: readonly Difference[], theme: Theme): Line =>
  differences.flatMap(({ kind, marked, words }): Line => {
    const text = words.join(" ");
    if (kind === "same") return [piece(`${text} `)];
    const [open, close] = marked ? ["(", ")"] : kind === "missing" ? ["[", "]"] : ["{", "}"];
    const [sign, style] = kind === "missing" ? ["-", theme.bad] : ["+", theme.good];
    return [piece(`${open}${sign}${text}${sign}${close}`, style), piece(" ")];
  });
