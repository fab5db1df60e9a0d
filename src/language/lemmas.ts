import type { LanguageLexicon } from "./tables.js";
import type { Upos, Xpos } from "./tags.js";

/** Lemmas that no rule gives, and words of one spelling whose lemma keeps its capital: by XPOS and form in small letters, "VBD went". */
export type LemmaTable = ReadonlyMap<string, string>;

/**
 * Joins the rows of `lemmas` (learned), `irregulars` (written) and the demonyms of `countries`, whose adjectives keep their capital.
 * Of two rows for one form and tag the written one holds.
 */
export function lemmaTable({ lemmas, irregulars, countries }: Pick<LanguageLexicon, "lemmas" | "irregulars" | "countries">): LemmaTable {
  const table = new Map<string, string>();
  for (const { demonyms } of countries.values())
    for (const demonym of demonyms) if (/^[A-Z][a-z-]+$/.test(demonym)) table.set(`JJ ${demonym.toLowerCase()}`, demonym);
  for (const rows of [lemmas, irregulars])
    for (const { form, xpos, lemma } of rows.values()) for (const tag of xpos.split("|")) table.set(`${tag} ${form}`, lemma);
  return table;
}

/**
 * Lemma of a word as UD English EWT and GUM 2.16 write it: "said" → "say", "children" → "child", "n’t" → "not", "Americans" (NNPS) →
 * "American", "200,000" → "200000". Case is kept in names and adjectives of nationality, else small. Never empty for a form that is not.
 */
export function lemmatise(form: string, upos: Upos, xpos: Xpos, table: LemmaTable): string {
  const small = form.toLowerCase();
  if (upos === "PROPN" || xpos === "NNP" || xpos === "NNPS") return nameLemma(form, small, xpos, table);
  const straight = small.replace(/[’‘`ʼ]/g, "'");
  const known = table.get(`${xpos} ${straight}`);
  if (known !== undefined) return known;
  switch (upos) {
    case "PUNCT":
    case "SYM":
      return markLemma(form);
    case "NUM":
      return /\d,\d{3}/.test(form) ? form.replaceAll(",", "") : numberLemma(form, small);
    case "X":
      return form;
    default:
      return endingLemma(keepsCase(form, small, upos) ? form : straight, xpos, table);
  }
}

function nameLemma(form: string, small: string, xpos: Xpos, table: LemmaTable): string {
  const known = table.get(`${xpos} ${small}`);
  if (known !== undefined) return known;
  const cased = caseOfName(form, small);
  // "Iraqis", "Israelis": not the "-is" of "crisis".
  return xpos !== "NNPS" ? cased : /is$/.test(cased) ? cased.slice(0, -1) : singular(cased);
}

/** Names in capitals that are too long for initials are written as names, "GOODWYN", and those without a capital get one, "canada". */
function caseOfName(form: string, small: string): string {
  if (form === small) return /^[a-z]+$/.test(form) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  return /^[A-Z]{5,}$/.test(form) ? form.charAt(0) + small.slice(1) : form;
}

/** Marks are named by their plain form: “ is ", – is -. */
function markLemma(form: string): string {
  return form
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/^--$|[–—]/g, "-");
}

const numberLemma = (form: string, small: string): string => (/^[A-Z]/.test(form) && /^[IVXLCDM]+$/.test(form) ? form : small);

/**
 * Whether a common word's lemma keeps its capitals: "TV", "iPhone", "3G"; adjectives and nouns of origin that the table lacks
 * ("Zambian", "Burmese"), but not "CIVILIAN" or "Humanitarian".
 */
function keepsCase(form: string, small: string, upos: Upos): boolean {
  if (form === small) return false;
  if (upos === "ADJ") return /^[A-Z].*(?:[^r]ian|ese|ean)s?$/.test(form) && !/^(?:Civil|Pedestr|Guard|Musc|Ocean|Patric)/.test(form);
  if (upos !== "NOUN") return false;
  // Shouted words are mostly longer than initials.
  return /[a-z][A-Z]|\d/.test(form) || /^[A-Z]{2,3}s?$/.test(form) || /^[A-Z]&[A-Z]$/.test(form);
}

function endingLemma(word: string, xpos: Xpos, table: LemmaTable): string {
  switch (xpos) {
    case "NNS":
      return singular(word);
    case "VBZ":
      return thirdPerson(word);
    case "VBD":
    case "VBN":
      return pastBase(word, table);
    case "VBG":
      return /in[g']$/.test(word) && hasVowel(word.slice(0, -3)) ? base(word.slice(0, -3), table) : word;
    case "JJR":
    case "RBR":
      return word.endsWith("er") && word.length > 4 ? positive(word.slice(0, -2)) : word;
    case "JJS":
    case "RBS":
      return word.endsWith("est") && word.length > 5 ? positive(word.slice(0, -3)) : word;
    default:
      return word;
  }
}

const hasVowel = (word: string): boolean => /[aeiouy]/i.test(word);

/** Singular of a plural. "-ves" stays with "-ve" (the knives and wives are in the table), "-ses" with "-se" unless a hiss stands before it. */
function singular(word: string): string {
  const small = word.toLowerCase();
  // Decades are their own lemma: "1980s", "60's".
  if (/\d'?s$/.test(small)) return word.replace("'", "");
  if (small.endsWith("'s")) return word.slice(0, -2);
  if (!small.endsWith("s") || small.endsWith("ss") || word.length < 3) return word;
  if (small.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (small.endsWith("men")) return `${word.slice(0, -2)}an`;
  // "heroes", "viruses", but "causes", "uses".
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o|[clnprt]us)es$/.test(small)) return word.slice(0, -2);
  if (/(?:us|is)$/.test(small)) return word;
  return word.slice(0, -1);
}

function thirdPerson(word: string): string {
  if (!word.endsWith("s") || word.length < 3) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o|go|do)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("ss") ? word : word.slice(0, -1);
}

function pastBase(word: string, table: LemmaTable): string {
  if (word.endsWith("ied")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (!word.endsWith("ed") || !hasVowel(word.slice(0, -2))) return word;
  return base(word.slice(0, -2), table);
}

function positive(stem: string): string {
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(stem)) return stem.slice(0, -1);
  if (
    /(?:[^aeiou][aiu][dtvcsbfkmrpz]|[^aeiouy]l|[aeiou][cvg]|rg|ng[^aeiou]|nc|ns|rs|u|[^aeo]re|los|ut|uk|om|ar)$/.test(stem) &&
    !/(?:rich|clear|near|dear|poor|quick|thick|sick|long|slow|low|small|tall|cool|full|smart|short|soft|fast|great|sweet|neat)$/.test(stem)
  )
    return `${stem}e`;
  return stem;
}

/**
 * Endings behind which "-ed" and "-ing" have swallowed an e, most particular first; the first that fits decides. Counted over the verbs of the
 * train parts; what they get wrong there is in the table. V stands for one vowel with no other before it ("u" of "qu", "gu" is none).
 */
const SWALLOWED: readonly (readonly [pattern: RegExp, swallowed: boolean])[] = [
  [/(?:ss|zz|ff|sh|ch|ck|wh)$/, false],
  [/(?:[vuc]|[^aeiou]z|iz|yz|az|[^s]s|dg|rg|lg|[ae]ng|[ou]ung|lung)$/, true],
  [/[aeiouy]g$/, true],
  [/[^aeiourlwy]l$/, true],
  [/(?:re|le|ne|[iu])at$/, true],
  [/[gq]u[aio][dtrs]$/, true],
  [/[aeiou][aeiou][bdfgklmnprt]$|[aeo]l$/, false],
  [/^[^aeiou]*[aeiou][bdgklmnprtf]$/, true],
  [/(?:er|or|en|et|it|el|al|op|om|ip)$/, false],
  [/(?:[tsd]i|[sdnm]|[^aeiou]p|k)on$/, false],
  [/[aeiouy][bdkmnprtl]$/, true],
];

/**
 * The verb whose "-ed" or "-ing" form leaves a stem: "mak" → "make", "stopp" → "stop", "call" → "call". The table knows stems whose
 * spelling misleads, "complet-".
 */
function base(stem: string, table: LemmaTable): string {
  const known = table.get(`VB ${stem}-`);
  if (known !== undefined) return known;
  if (stem.endsWith("e")) return /(?:[^aeiou]e|re)$/.test(stem) && stem.length > 2 && !/ee$/.test(stem) ? `${stem}e` : stem;
  if (stem.length > 3 && /([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/[aeiou][^aeiou]+[aeiou]ll$/.test(stem)) return stem.slice(0, -1);
  if (stem.length < 3) return /^(?:[aeiou][^aeiouwxy]|[^aeiou]u)$/.test(stem) ? `${stem}e` : stem;
  for (const [pattern, swallowed] of SWALLOWED) if (pattern.test(stem)) return swallowed ? `${stem}e` : stem;
  return stem;
}
