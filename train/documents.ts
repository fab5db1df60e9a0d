import type { Words } from "../src/language/index.js";

/** Words of several documents in one, with the first sentence of each document and, as a last entry, the number of sentences. */
export interface Documents {
  readonly words: Words;
  readonly documents: readonly number[];
}

/** Each document as words of its own, as the reader meets them, with the number of its first word. They share the text. */
export function documentsOf({ words, documents }: Documents): { readonly words: Words; readonly first: number }[] {
  return documents.slice(0, -1).map((from, document) => {
    const sentences = words.sentences.slice(from, documents[document + 1] + 1);
    const first = sentences[0];
    const behind = sentences[sentences.length - 1];
    return {
      first,
      words: {
        ...words,
        length: behind - first,
        start: words.start.slice(first, behind),
        end: words.end.slice(first, behind),
        joined: words.joined.slice(first, behind),
        sentences: sentences.map((word) => word - first),
        blockOf: words.blockOf.slice(from, documents[document + 1]),
      },
    };
  });
}
