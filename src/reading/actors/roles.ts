import { baseRelOf, formOf, xposOf } from "../../language/index.js";
import { caseOf, dependents, nounPhrase, type Syntax } from "../syntax.js";
import type { RoleOf } from "./description.js";
import type { Found } from "./phrasebook.js";
import { isArticle, isBodyNoun, labelAround, type Range, type Sight } from "./sight.js";

/** The function that a role noun and its modifiers give. `core` are the words it stands in. */
export function roleOf(sight: Sight, hit: Found, core: Range, head: number, phraseHead: number): RoleOf {
  const { doc, syntax, lexicon, at } = sight;
  const noun = hit.entry.kind === "role" ? hit.entry.role : "";
  const row = lexicon.roleNouns.get(noun);
  let first = core.first;
  for (let word = core.first; word <= hit.last; word++) {
    const covered = at(word);
    const isDemonym = covered?.entry.kind === "country" && covered.entry.form === "demonym";
    if (xposOf(doc, word) === "POS" || xposOf(doc, word) === "PRP$" || (word === first && (isArticle(formOf(doc, word)) || isDemonym)))
      first = word + 1;
  }
  const modifiers = modifierWords(syntax, head);
  const named = entriesIn(sight, core, modifiers);
  const possessor =
    [head, phraseHead].flatMap((word) => dependents(syntax, word)).find((i) => i < hit.first && isPossessor(syntax, i)) ?? -1;
  return {
    words: doc.text.slice(doc.start[Math.min(first, hit.last)], doc.end[hit.last]),
    noun,
    gender: row?.gender ?? null,
    speaksFor: row?.speaksFor ?? "self",
    hides: row?.hides ?? false,
    country: named.country,
    organization: named.organization,
    possessor,
    employer: employerOf(sight, head),
  };
}

/** The body before a function or behind its "of", "for", "at" or "with": "an Interior Ministry spokesman", "a spokesman for the army". -1 for none. */
function employerOf(sight: Sight, head: number): number {
  const { doc, syntax } = sight;
  const body = dependents(syntax, head).find((i) => {
    if (sight.at(i) !== null && i > head) return false;
    const relation = baseRelOf(doc, i);
    const behind = i > head && relation === "nmod" && ["of", "for", "at", "with"].includes(caseOf(syntax, i) ?? "");
    const before = i < head && (relation === "compound" || relation === "nmod") && !isPossessor(syntax, i);
    return (behind || before) && (isBodyNoun(sight, i) || labelAround(sight, i, "ORG") !== null);
  });
  return body ?? -1;
}

/** "his", "Vinh's": whose the thing is. */
export const isPossessor = (syntax: Syntax, word: number): boolean =>
  xposOf(syntax.doc, word) === "PRP$" || dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "POS");

/** Words of "of", "to", "for" and "at" phrases behind a role ("envoy to NATO", "representative of the United States"). */
export function modifierWords(syntax: Syntax, head: number): number[] {
  return dependents(syntax, head)
    .filter((i) => i > head && baseRelOf(syntax.doc, i) === "nmod" && ["of", "for"].includes(caseOf(syntax, i) ?? ""))
    .flatMap((i) => {
      const { first, last } = nounPhrase(syntax, i);
      return Array.from({ length: Math.min(last - first + 1, 12) }, (_, k) => first + k);
    });
}

export function entriesIn(
  { at }: Sight,
  core: Range,
  modifiers: readonly number[],
): { readonly country: string | null; readonly organization: string | null } {
  let country: string | null = null;
  let organization: string | null = null;
  const words = [...Array.from({ length: core.last - core.first + 1 }, (_, k) => core.first + k), ...modifiers];
  for (const word of words) {
    const hit = at(word);
    if (hit?.entry.kind === "country") country ??= hit.entry.country;
    if (hit?.entry.kind === "metonym") {
      country ??= hit.entry.country;
      organization ??= hit.entry.organization;
    }
    if (hit?.entry.kind === "organization") {
      organization ??= hit.entry.organization;
      country ??= hit.entry.country;
    }
  }
  return { country, organization };
}

export function countryIn(sight: Sight, core: Range, head: number): string | null {
  return entriesIn(sight, core, modifierWords(sight.syntax, head)).country;
}
