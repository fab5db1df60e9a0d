/** Mentions of one document that a program took for one thing: offsets in UTF-16 code units of the document's text. */
export interface SilverMention {
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Coreference chains of the silver annotation (CoreNLP's, by rules), document by document in their order: every `every`th of them, from the first.
 * `Entity=` in the MISC column holds brackets ("(1(2)", "1)"), `Offset=` code points of the text, which `textOf` gives by the document's id.
 */
export function readSilverChains(
  conllu: string,
  every: number,
  textOf: (id: string) => string,
): { readonly text: string; readonly mentions: readonly SilverMention[] }[] {
  return conllu
    .split(/^# newdoc id = /m)
    .slice(1)
    .filter((_, index) => index % every === 0)
    .map((document) => {
      const text = textOf(document.slice(0, document.indexOf("\n")).trim());
      return { text, mentions: mentionsIn(document, offsetsOf(text)) };
    });
}

/** For each code point its offset in code units, and the length of the text as a last entry. */
function offsetsOf(text: string): Uint32Array {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return Uint32Array.from([...offsets, offset]);
}

function mentionsIn(document: string, offsets: Uint32Array): SilverMention[] {
  const found: SilverMention[] = [];
  const open: { group: string; start: number }[] = [];
  for (const [, from = "", to = "", brackets = ""] of document.matchAll(/Offset=(\d+):(\d+)\S*?\|Entity=([^|\s]*)/g)) {
    const [start, end] = [offsets[Number(from)], offsets[Number(to)]];
    for (const [, opened, closed] of brackets.matchAll(/\((\d+)|(\d+)?\)/g)) {
      if (opened !== undefined) open.push({ group: opened, start });
      else {
        // "(1)" opens and closes at one word: its bracket closes without a number.
        const at = closed === undefined ? open.length - 1 : open.findLastIndex(({ group }) => group === closed);
        const [mention] = at < 0 ? [] : open.splice(at, 1);
        if (mention) found.push({ ...mention, end });
      }
    }
  }
  return found;
}
