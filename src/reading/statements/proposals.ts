import { baseRelOf, formOf, sentenceOf, uposOf, wordAt, wordsOf, xposOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import { quotationAround } from "../quotations.js";
import { dependents, nounPhrase } from "../syntax.js";
import { clauseEndOf, clauseStartOf } from "./closing.js";
import { addresseeOf } from "./complement.js";
import { contentOf } from "./content.js";
import type { Content, Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";
import { contentEnds } from "./ends.js";
import { isLicensed } from "./licence.js";
import { tidy } from "./tidy.js";

/** One way to read what a cue attributes. */
export interface Proposal {
  readonly spans: readonly Span[];
  /** The way it was found: "base/…" for the written rules' own choice, "tree", "line", "before", "as", "subject" for looser ones. */
  readonly way: string;
  /** Word that heads the content, as far as a tree says; -1 for none. */
  readonly head: number;
  /** First and last word of the content's stretch that the way is free to bound; -1 where it is not. */
  readonly first: number;
  readonly last: number;
}

/** Ways that share a beginning, with each end that it might have. */
export interface ProposalGroup {
  readonly way: string;
  readonly head: number;
  readonly first: number;
  readonly proposals: readonly Proposal[];
}

/** What is known of a cue before it is judged: the rules' choice and all proposals. */
export interface Proposals {
  readonly cue: CueCandidate;
  /** Word that heads the phrase of whom it is said to; -1 for none. */
  readonly addressee: number;
  readonly groups: readonly ProposalGroup[];
}

/** Beginnings behind a cue that are looked at. */
const MOST_BEGINNINGS = 4;

/** Every content that a cue may have, the written rules' own first. Which it is, or that it is none, the judge says. */
export function proposalsOf(context: Context, cue: CueCandidate): Proposals {
  const base = contentOf(context, cue);
  const groups: ProposalGroup[] = [];
  if (base) groups.push(baseGroup(context, cue, base));
  if (cue.kind !== "phrase") {
    for (const { word, first, way } of beginningsBehind(context, cue)) groups.push(groupFrom(context, cue, way, word, first, []));
    const leading = clauseBefore(context, cue);
    if (leading) groups.push(leading);
    const subject = passiveSubject(context, cue);
    if (subject) groups.push(subject);
  }
  const within = withinMarks(context, cue);
  const seen = new Set<string>();
  const words = groups.filter(({ first }) => !isDeed(context, cue, first));
  const distinct = words.map((group) => ({
    ...group,
    proposals: group.proposals.filter(({ first, last, spans }) => {
      // "was denied by the ministry": the agent says it, and is not what is said.
      if (cue.passive && cue.source >= first && cue.source <= last) return false;
      if (within && !spans.every(({ start, end }) => start >= within.start && end <= within.end)) return false;
      // "says it has no plans to leave and rejects the claim": what goes on with the outer cue is not planned.
      for (let word = first; word <= last; word++) if (context.continuing.has(word) && word > cue.word) return false;
      const key = spans.map(({ start, end }) => `${start}-${end}`).join(" ");
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  }));
  return {
    cue,
    addressee: cue.kind === "verb" ? addresseeOf(context.syntax, cue) : -1,
    groups: distinct.filter(({ proposals }) => proposals.length > 0),
  };
}

/**
 * The quotation that a cue stands in with its source: what is said within it goes no farther (`"I told him that," Lund said`). Null where none is closed
 * around both: of `Lund “slammed” the plan` only the cue is quoted.
 */
function withinMarks({ syntax: { doc }, quotations }: Context, { word, source }: CueCandidate): Span | null {
  const around = quotationAround(quotations, { start: doc.start[word], end: doc.end[word] });
  if (!around?.closed) return null;
  const holdsSource = source >= 0 && doc.start[source] >= around.start && doc.end[source] <= around.end;
  return holdsSource ? around : null;
}

/** Whether content that begins here makes the cue a deed: "agreed to open", "agreed on opening". */
function isDeed({ syntax: { doc } }: Context, { frame, words }: CueCandidate, first: number): boolean {
  if (frame.acts.size === 0) return false;
  const form = formOf(doc, first).toLowerCase();
  if (form === "to" && xposOf(doc, first) === "TO") return frame.acts.has("inf");
  const before = first - 1 > Math.max(...words) ? formOf(doc, first - 1).toLowerCase() : "";
  return frame.acts.has(form) || frame.acts.has(before);
}

/** Relations that a rule of the table of rules is named after. */
const NAMED = new Set(["ccomp", "xcomp", "obj", "iobj", "obl", "acl", "advcl", "parataxis"]);

/** Name of the rule that stands for a way, see the table of rules. */
export function ruleOf(way: string): string {
  const parts = way.split("/");
  if (parts[0] === "base") return `statements/${parts[1]}`;
  if (parts[0] === "tree") return `statements/${NAMED.has(parts[2]) ? parts[2] : "branch"}`;
  return `statements/${parts[0] === "before" ? "inverted" : parts[0]}`;
}

/** The rules' choice, and the same with other ends where its last piece stands behind the cue. */
function baseGroup(context: Context, cue: CueCandidate, base: Content): ProposalGroup {
  const { doc } = context.syntax;
  const piece = base.spans[base.spans.length - 1];
  const way = `base/${base.rule.replace("statements/", "")}`;
  const first = wordAt(doc, piece.start);
  const last = Math.max(first, wordAt(doc, piece.end - 1));
  const own: Proposal = { spans: base.spans, way, head: -1, first, last };
  const isFree = piece.start >= doc.end[cue.word] && !base.rule.endsWith("quoted");
  if (!isFree) return { way, head: -1, first, proposals: [own] };
  const group = groupFrom(context, cue, way, -1, first, base.spans.slice(0, -1), last);
  return { ...group, proposals: [own, ...group.proposals] };
}

function groupFrom(
  context: Context,
  cue: CueCandidate,
  way: string,
  head: number,
  first: number,
  before: readonly Span[],
  known?: number,
): ProposalGroup {
  const proposals: Proposal[] = [];
  const limit = withinMarks(context, cue)?.end ?? Number.POSITIVE_INFINITY;
  for (const last of contentEnds(context.syntax, cue, first, head, limit, known)) {
    const span = tidy(context, first, last);
    if (span) proposals.push({ spans: [...before, span], way, head, first, last });
  }
  return { way, head, first, proposals };
}

/** Where content may begin behind a cue: at each of its dependents there, behind the preposition of one, and right behind the cue. */
function beginningsBehind({ syntax }: Context, cue: CueCandidate): { word: number; first: number; way: string }[] {
  const { doc, left, right } = syntax;
  const found: { word: number; first: number; way: string }[] = [];
  const after = Math.max(...cue.words);
  // "was quoted as saying by state television": who carried it is no part of it.
  if (cue.words.length > 2 && after + 1 < doc.length && formOf(doc, after + 1) === "by") return [];
  const add = (word: number, first: number, way: string): void => {
    // "said and repeated that …": what joins two cues begins nothing.
    if (first > after && uposOf(doc, first) !== "CCONJ" && found.length < MOST_BEGINNINGS && !found.some((other) => other.first === first))
      found.push({ word, first, way });
  };
  const light = cue.kind === "noun" && cue.words.length > 1 ? dependents(syntax, cue.words[0]) : [];
  for (const word of [...dependents(syntax, cue.word), ...light]) {
    if (word <= after || word === cue.source || right[word] <= after) continue;
    const relation = baseRelOf(doc, word);
    if (["punct", "cc", "compound", "aux", "nsubj", "advmod", "discourse"].includes(relation)) continue;
    const licensed = isLicensed(syntax, cue, word) ? "licensed" : "loose";
    const first = Math.max(left[word], after + 1);
    const marker = dependents(syntax, word).find((i) => baseRelOf(doc, i) === "case" && i < word);
    add(word, marker !== undefined && left[word] === marker ? marker + 1 : first, `tree/${licensed}/${relation}`);
  }
  // What a doubtful tree hangs elsewhere still begins right behind the cue.
  const { last } = wordsOf(doc, sentenceOf(doc, cue.word));
  let next = after + 1;
  while (next <= last && uposOf(doc, next) === "PUNCT" && /^[,:]$/.test(formOf(doc, next))) next++;
  if (next < last) add(-1, next, "line");
  if (next < last && ["ADP", "PART"].includes(uposOf(doc, next))) add(-1, next + 1, "line/adp");
  return found;
}

/** The clause before the cue's own, which it closes (`The talks had failed, Lund said`), or the one it opens with "as" (`As Lund said, the talks failed`). */
function clauseBefore(context: Context, cue: CueCandidate): ProposalGroup | null {
  const { syntax } = context;
  const { doc } = syntax;
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  if (cue.kind === "noun") return null;
  const start = clauseStartOf(context, cue);
  const opener = start > first && formOf(doc, start - 1).toLowerCase() === "as" ? start - 1 : start;
  if (opener === first || (opener === first + 1 && uposOf(doc, first) === "CCONJ")) {
    if (opener === start) return null;
    const end = clauseEndOf(context, cue);
    if (end + 2 > last || formOf(doc, end + 1) !== ",") return null;
    return groupFrom(context, cue, "as", -1, end + 2, []);
  }
  const before = formOf(doc, opener - 1);
  if (!/^[,?!—–-]$|^--$|^["”’'»]+$/.test(before)) return null;
  // Where the sentence begins, or behind each comma and conjunction of what stands before.
  const starts = [first];
  if (uposOf(doc, first) === "CCONJ") starts.push(first + 1);
  for (let word = first + 1; word < opener - 2 && starts.length < 6; word++)
    if (/^[,;:—–]$|^--$/.test(formOf(doc, word))) starts.push(word + 1);
  const proposals = starts.flatMap((from): Proposal[] => {
    const span = tidy(context, from, opener - 1);
    return span ? [{ spans: [span], way: opener === start ? "before" : "before/as", head: -1, first: from, last: opener - 2 }] : [];
  });
  return { way: opener === start ? "before" : "before/as", head: -1, first, proposals };
}

/** `The plan was rejected by voters`: the subject of a passive is what it is about. */
function passiveSubject(context: Context, cue: CueCandidate): ProposalGroup | null {
  if (!cue.passive) return null;
  const { syntax } = context;
  const subject = dependents(syntax, cue.word).find((i) => i < cue.word && baseRelOf(syntax.doc, i) === "nsubj");
  const head = subject ?? (baseRelOf(syntax.doc, cue.word) === "acl" ? syntax.doc.head[cue.word] : -1);
  if (head < 0) return null;
  const phrase = nounPhrase(syntax, head);
  const last = Math.min(phrase.last, cue.word - 1);
  const span = tidy(context, phrase.first, last);
  if (!span) return null;
  const way = subject === undefined ? "subject/acl" : "subject";
  return { way, head, first: phrase.first, proposals: [{ spans: [span], way, head, first: phrase.first, last }] };
}
