import { baseRelOf, spanOf } from "../../language/index.js";
import { type Actor, annotationId, quoteAt } from "../../model/index.js";
import type { Reading } from "../reading.js";
import { caseOf } from "../syntax.js";
import { describeAll } from "./describe.js";
import type { Referent, Referents } from "./referent.js";
import { referentsOf } from "./referents.js";

export { nameAround, type Referent, type ReferentMention, type Referents } from "./referent.js";

/** Everybody whom the story speaks of, named or not. */
export const readReferents = (reading: Reading): Referents => referentsOf(reading, describeAll(reading, reading.phrases));

/** Relations in which somebody takes part in what a sentence tells, and prepositions behind which one is dealt with. */
const PARTAKING = new Set(["nsubj", "obj", "iobj", "root"]);
const DEALT_WITH = new Set(["with", "by", "to", "against", "between", "from", "for", "of"]);

/**
 * The actors that are listed (guidelines, "Actors"): those who speak or are spoken to (`used`), named ones that take part in what the
 * story tells, and whom they speak for. `pronouns` are the pronouns that were found to be a speaker, by word, with their referents.
 */
export function actorsOf(
  reading: Reading,
  { all }: Referents,
  used: ReadonlySet<number>,
  pronouns: ReadonlyMap<number, number>,
): { readonly actors: Actor[]; readonly actorOf: (referent: number) => Actor | null } {
  const listed = new Set<number>(used);
  for (const [i, referent] of all.entries()) if (isParty(reading, referent)) listed.add(i);
  for (const i of [...listed]) if (all[i].affiliation >= 0 && !all[i].hidden) listed.add(all[i].affiliation);

  const spoken = new Map<number, number[]>();
  for (const [word, referent] of pronouns) spoken.set(referent, [...(spoken.get(referent) ?? []), word]);
  const actors = new Map<number, Actor>();
  for (const i of [...listed].sort((a, b) => a - b)) {
    const actor = actorFrom(reading, all[i], spoken.get(i) ?? []);
    if (actor) actors.set(i, actor);
  }
  const withAffiliation = new Map(
    [...actors].map(([i, actor]) => [i, { ...actor, affiliation: actors.get(all[i].affiliation)?.id ?? null }]),
  );
  return { actors: [...withAffiliation.values()], actorOf: (referent) => withAffiliation.get(referent) ?? null };
}

/** Whether a referent that no statement uses is a party to the story all the same: named, and taking part in something told. */
function isParty(reading: Reading, { hidden, name, kind, mentions }: Referent): boolean {
  if (hidden || name === null || mentions.length === 0) return false;
  // A ship without a name is a state's or nobody's; a group of people is a party where it acts.
  if (kind === "group") return mentions.some(({ head, rule }) => rule === "actors/group" && baseRelOf(reading.doc, head) === "nsubj");
  if (kind === "organization" && isMedia(reading, name)) return false;
  return mentions.some(({ head, form }) => form === "name" && partakes(reading, head, kind));
}

/** Relations in which a body does something itself: what is done to one or before one is in the record where an event, a position or a figure says so. */
const ACTING = new Set(["nsubj", "iobj", "root"]);

/** A news agency is an actor where its report is cited, which is a statement; "told Reuters" and "on state television" make it none. */
function isMedia({ knowledge: { lexicon } }: Reading, name: string): boolean {
  if (lexicon.organizations.get(name)?.kind === "media") return true;
  const words = name.toLowerCase().split(" ");
  const row = [2, 1].map((count) => lexicon.bodyNouns.get(words.slice(-count).join(" "))).find((found) => found !== undefined);
  return row !== undefined && row.kinds.length === 1 && row.kinds[0] === "media";
}

function partakes(reading: Reading, head: number, kind: Referent["kind"]): boolean {
  const { doc, syntax } = reading;
  const relation = baseRelOf(doc, head);
  if (relation === "conj" || relation === "appos" || relation === "flat")
    return doc.head[head] >= 0 && partakes(reading, doc.head[head], kind);
  if ((kind === "organization" ? ACTING : PARTAKING).has(relation)) return true;
  if (kind === "organization") return relation === "obl" && caseOf(syntax, head) === "by";
  if (relation === "nmod" || relation === "obl") {
    const governor = caseOf(syntax, head);
    return kind === "state" || governor === null || DEALT_WITH.has(governor);
  }
  return kind === "state" && relation === "compound";
}

/** `spoken` are the pronouns by which it speaks. */
function actorFrom({ story, doc, knowledge }: Reading, referent: Referent, spoken: readonly number[]): Actor | null {
  const pronouns = spoken.map((word) => ({
    head: word,
    first: word,
    last: word,
    form: "pronoun" as const,
    rule: "actors/pronoun",
    confidence: 0.7,
  }));
  const mentions = [...referent.mentions, ...pronouns]
    .sort((a, b) => a.first - b.first || b.last - a.last)
    .map(({ first, last, form, rule, confidence }) => {
      const { start, end } = spanOf(doc, first, last);
      return { quote: quoteAt(story.text, start, end), form, rule, confidence };
    });
  if (mentions.length === 0 || referent.name === null) return null;
  const [{ quote }] = mentions;
  return {
    id: annotationId(story.id, "actors", [quote], referent.kind),
    name: referent.kind === "state" ? (knowledge.lexicon.countries.get(referent.country ?? "")?.name ?? referent.name) : referent.name,
    kind: referent.kind,
    country: referent.country,
    role: referent.role,
    affiliation: null,
    mentions,
    rule: mentions[0].rule,
    confidence: Math.max(...mentions.map((mention) => mention.confidence)),
  };
}
