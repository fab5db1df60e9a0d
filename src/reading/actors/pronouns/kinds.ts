/** What a third-person pronoun asks of whom it means. */
export interface PronounKind {
  /** One name for all its forms, by which the weights know it. */
  readonly family: "person" | "it" | "they";
  readonly gender: "m" | "f" | null;
}

const rows = (forms: string, kind: PronounKind): [string, PronounKind][] => forms.split(" ").map((form) => [form, kind]);

const KINDS: ReadonlyMap<string, PronounKind> = new Map([
  ...rows("he him his himself", { family: "person", gender: "m" }),
  ...rows("she her hers herself", { family: "person", gender: "f" }),
  ...rows("it its itself", { family: "it", gender: null }),
  ...rows("they them their theirs themselves", { family: "they", gender: null }),
]);

/** What a word asks for if it is a personal pronoun of the third person; null for any other word. In any case. */
export const pronounKind = (form: string): PronounKind | null => KINDS.get(form.toLowerCase()) ?? null;
