import type { Lexicon } from "./load.js";

/** `make` as a function that makes its value once for each lexicon: tables are compiled when they are first used, and go when the lexicon goes. */
export function oncePerLexicon<Value extends object>(make: (lexicon: Lexicon) => Value): (lexicon: Lexicon) => Value {
  const made = new WeakMap<Lexicon, Value>();
  return (lexicon) => {
    const known = made.get(lexicon);
    if (known !== undefined) return known;
    const value = make(lexicon);
    made.set(lexicon, value);
    return value;
  };
}
