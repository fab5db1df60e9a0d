import type { ByteReader, ByteWriter } from "./bytes.js";
import { type Forms, Shape } from "./forms.js";
import { hashText } from "./templates.js";

/** What the lists of a gazetteer are of. */
export const GAZETTEER_KINDS = ["given name", "organization", "place", "nationality", "title", "city", "town", "region"] as const;

const PLACE = GAZETTEER_KINDS.indexOf("place");
const TITLE = GAZETTEER_KINDS.indexOf("title");

/** Countries, territories and capitals that are common words where they are written small ("fine china", "a family reunion"). */
const COMMON_WORDS: ReadonlySet<number> = new Set(
  "bermuda cayenne chad china guernsey guinea jersey lima male muscat panama reunion turkey".split(" ").map(hashText),
);

/** Of a phrase: its kind + 1, or 0 where it is only the beginning of others. */
const KIND = 0xf;
/** The phrase goes on in another one. */
const GOES_ON = 0x10;
/** The phrase is one word in capitals, and no phrase without them: "US", "WHO". */
const CAPITALS = 0x20;

/**
 * Phrases known by name, kept as hashes: a hint to the finder of names, which learns how far to trust it. It comes with the weights, not from the lexicon in
 * force, since weights fit only the hints they were trained with.
 */
export class Gazetteer {
  private constructor(private readonly phrases: ReadonlyMap<number, number>) {}

  /** Makes a gazetteer of phrases, each given as the forms of its words (see `Forms.form`). Of two kinds for a phrase the first holds. */
  static of(entries: Iterable<{ readonly forms: ArrayLike<number>; readonly kind: number; readonly capitals: boolean }>): Gazetteer {
    const phrases = new Map<number, number>();
    for (const { forms, kind, capitals } of entries) {
      let hash = 0;
      for (let i = 0; i < forms.length; i++) {
        hash = step(hash, forms[i] as number);
        const known = phrases.get(hash) ?? 0;
        if (i + 1 < forms.length) phrases.set(hash, known | GOES_ON);
        else if ((known & KIND) === 0) phrases.set(hash, known | (kind + 1) | (capitals ? CAPITALS : 0));
      }
    }
    return new Gazetteer(phrases);
  }

  /** For each word, 0 or the kind of the phrase that it stands in: `2 * kind + 1` at its first word, `2 * kind + 2` behind. Longest phrases first. Countries and capitals count without their capital only where `smallPlaces`. */
  mark(forms: Forms, sentences: Uint32Array, smallPlaces = true): Uint8Array {
    const marks = new Uint8Array(forms.length);
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const behind = sentences[sentence + 1];
      for (let word = sentences[sentence]; word < behind; ) {
        let kind = -1;
        let next = word + 1;
        let hash = 0;
        for (let at = word; at < behind; at++) {
          hash = step(hash, forms.form[at]);
          const phrase = this.phrases.get(hash);
          if (phrase === undefined) break;
          if ((phrase & KIND) > 0 && this.fits(forms, word, at, phrase, smallPlaces)) {
            kind = (phrase & KIND) - 1;
            next = at + 1;
          }
          if ((phrase & GOES_ON) === 0) break;
        }
        if (kind >= 0) for (let at = word; at < next; at++) marks[at] = 2 * kind + (at === word ? 1 : 2);
        word = next;
      }
    }
    return marks;
  }

  /** Titles are written small, and so, by some, are countries and capitals ("iraq"); cities and towns are too often words as well. "us" is not "US". */
  private fits({ form, shape }: Forms, first: number, last: number, phrase: number, smallPlaces: boolean): boolean {
    if (first === last && (phrase & CAPITALS) > 0) return (shape[first] & Shape.allCapitals) > 0;
    if ((shape[first] & Shape.capital) > 0) return true;
    const kind = (phrase & KIND) - 1;
    return kind === TITLE || (kind === PLACE && smallPlaces && !(first === last && COMMON_WORDS.has(form[first])));
  }

  write(out: ByteWriter): void {
    out.unsigned(this.phrases.size);
    let last = -0x80000000;
    for (const [hash, phrase] of [...this.phrases].sort(([a], [b]) => a - b)) {
      out.unsigned(hash - last);
      out.byte(phrase);
      last = hash;
    }
  }

  static read(from: ByteReader): Gazetteer {
    const phrases = new Map<number, number>();
    let hash = -0x80000000;
    for (let rest = from.unsigned(); rest > 0; rest--) {
      hash += from.unsigned();
      phrases.set(hash, from.byte());
    }
    return new Gazetteer(phrases);
  }
}

/** Whether a mark (see `Gazetteer.mark`) is that of a country or capital. */
export const marksPlace = (mark: number): boolean => (mark - 1) >> 1 === PLACE;

const step = (hash: number, form: number): number => Math.imul(hash ^ form, 0x9e3779b1) ^ (hash >>> 13);
