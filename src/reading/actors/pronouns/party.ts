import { baseRelOf, formOf, lemmaOf, type Mention, uposOf } from "../../../language/index.js";
import type { Actor } from "../../../model/index.js";
import type { Reading } from "../../reading.js";
import { dependents } from "../../syntax.js";
import type { Referents } from "../referent.js";

/**
 * Whom or what a pronoun may mean: a referent, several of them together, or something that is no referent at all ("the plan", a name that
 * nothing tells of). The last are there so that a pronoun that means them is not given to the nearest referent.
 */
export interface Party {
  /** Referents that it is; none for what is no referent. */
  readonly referents: readonly number[];
  readonly kind: Actor["kind"] | "several" | "other";
  /** As in `Mention`. */
  readonly animate: boolean | null;
  readonly plural: boolean;
  readonly gender: "m" | "f" | null;
  /** What a single name is as a given name: it may be a family's ("Henning", "Thomas"). */
  readonly leaning: "m" | "f" | null;
}

/** A mention of a party. */
export interface Appearance {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly party: number;
  readonly form: "name" | "description" | "pronoun";
}

/** Every party of a story, those that are referents first and in their order, and every mention of them, ascending by head. Linear. */
export function partiesOf(
  reading: Reading,
  { all, at }: Pick<Referents, "all" | "at">,
): { readonly parties: Party[]; readonly appearances: Appearance[] } {
  const { givenNames } = reading.knowledge.lexicon;
  const parties: Party[] = all.map(({ kind, plural, gender, name }, i) => ({
    referents: [i],
    kind,
    animate: kind === "person" || kind === "group",
    plural,
    gender,
    leaning: givenNames.get(name ?? "")?.gender ?? null,
  }));
  const appearances: Appearance[] = all.flatMap(({ mentions }, party) =>
    mentions.map(({ head, first, last, form }) => ({ head, first, last, form, party })),
  );
  const others = new Others(reading, parties);
  for (const mention of reading.mentions) {
    if (mention.form === "pronoun") continue;
    const { head, first, last } = mention;
    if (at[head] < 0 && !isTime(reading, head)) {
      appearances.push({ head, first, last, party: others.partyOf(mention), form: mention.form === "name" ? "name" : "description" });
    }
  }
  appearances.sort((a, b) => a.head - b.head);
  return {
    parties,
    appearances: [...appearances, ...joined(reading, parties, appearances)].sort((a, b) => a.head - b.head || a.last - b.last),
  };
}

/** "Monday", "a year": no pronoun goes back to them. */
function isTime({ doc, knowledge: { lexicon } }: Reading, head: number): boolean {
  return lexicon.timesNames.has(formOf(doc, head)) || lexicon.timesUnits.has(lemmaOf(doc, head));
}

/** Things and names that are no referents: those called alike are one. */
class Others {
  /** Parties by each word of their name. */
  private readonly names = new Map<string, number>();
  /** Parties by their noun. */
  private readonly nouns = new Map<string, number>();

  constructor(
    private readonly reading: Reading,
    private readonly parties: Party[],
  ) {}

  partyOf(mention: Mention): number {
    return mention.form === "name" ? this.named(mention) : this.described(mention);
  }

  private named(mention: Mention): number {
    const { doc } = this.reading;
    const words: string[] = [];
    for (let word = mention.first; word <= mention.last; word++) if (uposOf(doc, word) === "PROPN") words.push(formOf(doc, word));
    const known = this.names.get(words[words.length - 1] ?? "") ?? this.enter(mention);
    for (const word of words) this.names.set(word, known);
    return known;
  }

  private described(mention: Mention): number {
    const { doc } = this.reading;
    const definite = ["the", "this", "that", "these", "those"].includes(formOf(doc, mention.first).toLowerCase());
    const noun = `${lemmaOf(doc, mention.head)} ${mention.number}`;
    const known = definite ? this.nouns.get(noun) : undefined;
    const party = known ?? this.enter(mention);
    this.nouns.set(noun, party);
    return party;
  }

  private enter({ animate, number, gender, form, head, first }: Mention): number {
    const alone = form === "name" && head === first;
    const leaning = alone ? gender : null;
    this.parties.push({ referents: [], kind: "other", animate, plural: number === "plural", gender: alone ? null : gender, leaning });
    return this.parties.length - 1;
  }
}

/** Several that "and" joins, as one more party each time: "Lund and Brask". Adds to `parties`. */
function joined({ doc, syntax }: Reading, parties: Party[], appearances: readonly Appearance[]): Appearance[] {
  const byHead = new Map(appearances.map((appearance) => [appearance.head, appearance]));
  const found: Appearance[] = [];
  for (const first of appearances) {
    if (baseRelOf(doc, first.head) === "conj") continue;
    const rest = dependents(syntax, first.head).flatMap((word) => {
      const other = baseRelOf(doc, word) === "conj" ? byHead.get(word) : undefined;
      const and = dependents(syntax, word).some((i) => baseRelOf(doc, i) === "cc" && !["and", "&"].includes(formOf(doc, i).toLowerCase()));
      return other && !and && other.party !== first.party ? [other] : [];
    });
    if (rest.length === 0) continue;
    const members = [first, ...rest].map(({ party }) => parties[party]);
    parties.push({
      referents: members.every(({ referents }) => referents.length > 0) ? members.flatMap(({ referents }) => referents) : [],
      kind: "several",
      animate: members.every(({ animate }) => animate === true) ? true : members.every(({ animate }) => animate === false) ? false : null,
      plural: true,
      gender: null,
      leaning: null,
    });
    found.push({ ...first, last: rest[rest.length - 1].last, party: parties.length - 1 });
  }
  return found;
}
