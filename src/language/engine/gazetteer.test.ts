import { expect, test } from "vitest";
import type { Words } from "../words.js";
import { ByteReader, ByteWriter } from "./bytes.js";
import { formsOf } from "./forms.js";
import { GAZETTEER_KINDS, Gazetteer } from "./gazetteer.js";

function sentence(text: string): Words {
  const found = [...text.matchAll(/\S+/g)];
  return {
    text,
    length: found.length,
    start: Uint32Array.from(found, ({ index }) => index),
    end: Uint32Array.from(found, ({ index, 0: form }) => index + form.length),
    joined: new Uint8Array(found.length),
    sentences: Uint32Array.of(0, found.length),
    blockOf: new Uint32Array(1),
  };
}

const entry = (phrase: string, kind: (typeof GAZETTEER_KINDS)[number]) => ({
  forms: formsOf(sentence(phrase)).form,
  kind: GAZETTEER_KINDS.indexOf(kind),
  capitals: /^[A-Z]{2,}$/.test(phrase),
});

const gazetteer = Gazetteer.of([
  entry("United Nations", "organization"),
  entry("United Nations Security Council", "organization"),
  entry("United States", "place"),
  entry("US", "place"),
  entry("Turkey", "place"),
  entry("Anna", "given name"),
  entry("foreign minister", "title"),
]);

/** Marks as text: kind's first letter, in capitals at the beginning. */
function marked(text: string, of: Gazetteer = gazetteer): string {
  const forms = formsOf(sentence(text));
  const letter = (mark: number): string => (GAZETTEER_KINDS[(mark - 1) >> 1] as string).charAt(0);
  return [...of.mark(forms, Uint32Array.of(0, forms.length))]
    .map((mark) => (mark === 0 ? "." : mark % 2 === 1 ? letter(mark).toUpperCase() : letter(mark)))
    .join("");
}

test.each([
  ["the United Nations Security Council met", ".Oooo."],
  ["the United Nations Security guards", ".Oo.."],
  ["the United front", "..."],
  ["United States and US troops", "Pp.P."],
  ["they told us", "..."],
  ["foreign minister Anna Lind", "TtG."],
  ["anna", "."],
  ["troops of the united states left", "...Pp."],
  ["they roasted a turkey in Turkey", ".....P"],
])("%s → %s", (text, marks) => {
  expect(marked(text)).toBe(marks);
});

test("a gazetteer reads back as it was written", () => {
  const out = new ByteWriter();
  gazetteer.write(out);
  const again = Gazetteer.read(new ByteReader(out.finish()));
  for (const text of ["the United Nations Security Council met", "United States and US troops told us", "foreign minister Anna Lind"])
    expect(marked(text, again)).toBe(marked(text));
});
