import { baseRelOf, deprelOf, formOf, lemmaOf, nameAt, uposOf, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import type { Candidate } from "./candidates.js";
import { antecedentOf } from "./misparsed.js";
import { isParty } from "./parties.js";

/** A noun phrase that may be the recipient of an event, and the way to it through the tree. */
export interface Option {
  readonly head: number;
  /** Steps from the trigger: "obj", "obj>of", "inf>obj", "to"; "^" climbs from a noun to its verb. */
  readonly path: string;
  readonly depth: number;
  readonly party: boolean;
}

const DEEPEST = 5;
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ"]);

/** Words whose noun phrases tell when or how much, never whom: "on Monday", "for two years". */
const MEASURES = new Set(
  "day week month year hour minute time monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december morning evening night weekend beginning".split(
    " ",
  ),
);

/** Whether a noun tells when or how long, never who or whom. */
export const isMeasure = (doc: Reading["doc"], word: number): boolean => MEASURES.has(lemmaOf(doc, word).toLowerCase());

/** Every noun phrase below the trigger that may be meant by it, nearest first. The actor itself and what hangs under it are none. */
export function recipientOptions(reading: Reading, referents: Referents, candidate: Candidate, actor: number): Option[] {
  const { doc, syntax } = reading;
  const found: Option[] = [];
  const seen = new Set<number>(actor >= 0 ? [actor] : []);
  const queue: { readonly word: number; readonly path: string; readonly depth: number; readonly option: boolean }[] = [];
  const step = (path: string, label: string): string => (path === "" ? label : `${path}>${label}`);
  const push = (given: number, path: string, depth: number, option: boolean): void => {
    // "whom it accuses": who is meant stands before it.
    const word = given < 0 ? given : antecedentOf(syntax, given);
    if (word < 0 || seen.has(word) || depth > DEEPEST) return;
    seen.add(word);
    queue.push({ word, path, depth, option });
  };

  const { clause, kind, word, verb } = candidate;
  if (kind === "noun") {
    seen.add(word);
    expand(word, "", 0);
    const above = doc.head[word];
    if (above >= 0 && uposOf(doc, above) === "VERB" && ["obj", "nsubj"].includes(baseRelOf(doc, word))) {
      seen.add(above);
      for (const i of dependents(syntax, above)) {
        const relation = baseRelOf(doc, i);
        if (relation === "obl") push(i, `^${caseOf(syntax, i) ?? "obl"}`, 1, true);
        else if (relation === "iobj" || (relation === "obj" && i !== word)) push(i, `^${relation}`, 1, true);
      }
    }
  } else {
    seen.add(verb);
    if (kind === "light") seen.add(word);
    if (clause !== null) {
      push(clause.indirect, "iobj", 1, true);
      if (kind !== "light") push(clause.object, "obj", 1, true);
    }
    if (kind === "light") expand(word, "", 0);
    expand(verb, "", 0);
  }
  for (let next = 0; next < queue.length; next++) {
    const { word: head, path, depth, option } = queue[next];
    if (option && NOMINAL.has(uposOf(doc, head)) && !isMeasure(doc, head)) {
      found.push({ head, path, depth, party: isParty(reading, referents, head) });
    }
    expand(head, path, depth);
  }
  return found;

  function expand(head: number, path: string, depth: number): void {
    for (const i of dependents(syntax, head)) {
      const relation = deprelOf(doc, i);
      switch (baseRelOf(doc, i)) {
        case "obj":
        case "iobj":
          push(i, step(path, baseRelOf(doc, i)), depth + 1, true);
          break;
        case "nsubj":
          if (head !== verb && head !== word) push(i, step(path, relation === "nsubj:pass" ? "obj" : "subj"), depth + 1, true);
          break;
        case "obl":
        case "nmod":
          if (relation === "nmod:poss") {
            // "entered its airspace": whose it is, unless it is the actor's own.
            const isOther = referents.at[i] >= 0 && (actor < 0 || referents.at[i] !== referents.at[actor]);
            if (uposOf(doc, i) !== "PRON" || isOther) push(i, step(path, "poss"), depth + 1, true);
          } else push(i, step(path, caseOf(syntax, i) ?? (i < head ? "mod" : "bare")), depth + 1, true);
          break;
        case "compound":
        case "amod":
          if (isParty(reading, referents, i)) push(i, step(path, "mod"), depth + 1, true);
          break;
        case "xcomp":
          push(i, step(path, uposOf(doc, i) === "VERB" ? "inf" : "xcomp"), depth + 1, uposOf(doc, i) !== "VERB");
          break;
        case "ccomp":
          push(i, step(path, "ccomp"), depth + 1, false);
          break;
        case "advcl":
        case "acl":
          push(
            i,
            step(path, xposOf(doc, i) === "VBG" ? "ing" : dependents(syntax, i).some((j) => xposOf(doc, j) === "TO") ? "inf" : "cl"),
            depth + 1,
            false,
          );
          break;
        case "appos":
        case "flat":
          if (relation === "appos") push(i, step(path, "appos"), depth + 1, true);
          break;
        default:
      }
    }
  }
}

/** What the weights see of an option. */
export function optionFeatures(
  { doc, syntax, knowledge }: Reading,
  { at, all }: Referents,
  candidate: Candidate,
  { head, path, depth, party }: Option,
): string[] {
  const { frame, key, kind, light } = candidate;
  const type = frame?.type ?? "?";
  const name = nameKindAt(doc, head);
  const referent = at[head] >= 0 ? all[at[head]].kind : "";
  const form = formOf(doc, head).toLowerCase();
  const sort = referent !== "" ? referent : party ? `party${name}` : `thing${name}`;
  const last = path.slice(path.lastIndexOf(">") + 1);
  const first = path.split(">")[0];
  const rank = frame === null ? -1 : frame.to.indexOf(last);
  const firstRank = frame === null ? -1 : frame.to.indexOf(first);
  const passive = candidate.clause?.passive ? "p" : "a";
  return [
    `path ${path}`,
    `path ${path} ${sort}`,
    `path ${path} ${type}`,
    `path ${path} ${kind} ${light ?? ""}`,
    `path ${path} ${passive}`,
    `last ${last} ${sort}`,
    `last ${last} ${type}`,
    `first ${first} ${type} ${sort}`,
    `first ${first} ${key}`,
    `sort ${sort}`,
    `sort ${sort} ${type}`,
    `depth ${depth}`,
    `depth ${depth} ${sort}`,
    `rank ${rank} ${party}`,
    `frank ${firstRank} ${depth} ${party}`,
    `upos ${uposOf(doc, head)} ${party}`,
    `lemma ${lemmaOf(doc, head).toLowerCase()}`,
    ...(party ? [] : [`thing ${form} ${type}`]),
    `side ${head > candidate.word} ${sort}`,
    `joined ${dependents(syntax, head).some((i) => baseRelOf(doc, i) === "conj")}`,
    ...(knowledge.lexicon.groupNouns.has(form) ? [`group ${path}`] : []),
  ];
}

/** What the weights see of there being no recipient. */
export const noneFeatures = ({ frame, key, kind, clause }: Candidate, options: readonly Option[]): string[] => [
  "none",
  `none ${frame?.type ?? "?"}`,
  `none ${key}`,
  `none ${kind}`,
  `none ${Math.min(options.length, 4)}`,
  `none party ${options.some(({ party, depth }) => party && depth <= 2)}`,
  `none object ${clause !== null && clause.object >= 0}`,
];

function nameKindAt(doc: Reading["doc"], word: number): string {
  for (let first = word; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= word ? name.kind : "";
  }
  return "";
}
