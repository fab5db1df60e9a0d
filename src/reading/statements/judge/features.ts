import {
  baseRelOf,
  formOf,
  lemmaOf,
  nameAt,
  packagedEngine,
  sentenceOf,
  uposOf,
  type WordClusters,
  wordAt,
  wordsOf,
  xposOf,
} from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { type Quotation, quotationAround } from "../../quotations.js";
import { auxiliaries, carriesTense, caseOf, dependents, ownSubject, type Syntax } from "../../syntax.js";
import type { CueCandidate, SourceCandidate } from "../cues/index.js";
import type { Proposal, ProposalGroup } from "../proposals.js";
import { type Features, hashed } from "./rows.js";

/** What features look at; words, tags and relations as numbers, made once a story. */
export interface Sight {
  readonly syntax: Syntax;
  readonly quotationsAt: (word: number) => readonly Quotation[];
  readonly lexicon: Lexicon;
  readonly cueWords: ReadonlySet<number>;
  readonly form: Int32Array;
  readonly clusters: WordClusters;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
}

export function sightOf(syntax: Syntax, quotationsAt: Sight["quotationsAt"], lexicon: Lexicon, cueWords: ReadonlySet<number>): Sight {
  const { doc } = syntax;
  const of = (name: (word: number) => string): Int32Array => Int32Array.from({ length: doc.length }, (_, word) => hashed(name(word)));
  return {
    syntax,
    quotationsAt,
    lexicon,
    cueWords,
    form: of((word) => formOf(doc, word).toLowerCase()),
    clusters: packagedEngine().clustersOf(doc),
    tag: of((word) => xposOf(doc, word)),
    relation: of((word) => baseRelOf(doc, word)),
  };
}

const formAt = ({ form }: Sight, word: number): number => (word < 0 || word >= form.length ? 0 : form[word]);
const tagAt = ({ tag }: Sight, word: number): number => (word < 0 || word >= tag.length ? 0 : tag[word]);
const relationAt = ({ relation }: Sight, word: number): number => (word < 0 ? 0 : relation[word]);

/** Sizes in steps that grow: 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, … */
const stepOf = (size: number): number => (size < 4 ? size : Math.floor(2 * Math.log2(size)));

/** Facts of a cue, whatever its content: is it an attribution at all? */
export function cueRows(sight: Sight, cue: CueCandidate, rows: Features): void {
  const { syntax } = sight;
  const quotations = sight.quotationsAt(cue.word);
  const { doc } = syntax;
  const { word, frame } = cue;
  const lemma = hashed(`${cue.kind} ${frame.lemma}`);
  const kind = hashed(cue.listed ? cue.kind : `open ${cue.kind}`);
  const tag = tagAt(sight, word);
  const relation = relationAt(sight, word);
  const head = doc.head[word];
  const headLemma = head < 0 ? 0 : hashed(lemmaOf(doc, head));
  const source = sourceKind(sight, cue);
  const voice = (cue.passive ? 1 : 0) + (cue.negated ? 2 : 0);
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const after = Math.max(...cue.words) + 1;
  const around = quotationAround(quotations, { start: doc.start[word], end: doc.end[word] });
  const aux = auxiliaries(syntax, word);
  const auxForm = aux.length > 0 ? formAt(sight, aux[0]) : 0;
  const isTitle = titleCase(sight, first, last);
  const beside = (cue.source >= 0 ? (cue.source < word ? 1 : 2) : 0) + (isOwn(syntax, cue) ? 3 : 0);

  rows.add(1, kind);
  rows.add(2, lemma);
  rows.add(3, lemma, tag);
  rows.add(4, lemma, relation);
  rows.add(5, lemma, source);
  rows.add(6, lemma, formAt(sight, after));
  rows.add(7, lemma, voice, auxForm);
  rows.add(8, kind, source, relation);
  rows.add(9, kind, tag, relation);
  rows.add(10, kind, source, voice);
  rows.add(11, kind, formAt(sight, word - 1));
  rows.add(12, kind, formAt(sight, after));
  rows.add(13, kind, around === null ? 0 : around.depth + 1, source);
  rows.add(14, kind, isTitle, tag);
  rows.add(15, relation, headLemma);
  rows.add(16, kind, hashed(frame.class), beside);
  rows.add(17, lemma, beside);
  rows.add(18, kind, auxForm, tag);
  rows.add(19, kind, cue.source >= 0 ? stepOf(Math.abs(cue.source - word)) : 99, beside);
  rows.add(20, kind, cue.source >= 0 && uposOf(doc, cue.source) !== "PROPN" ? formAt(sight, cue.source) : 0);
  rows.add(21, kind, cue.source >= 0 ? relationAt(sight, cue.source) : 0, source);
  rows.add(22, kind, cue.words.length, voice);
  rows.add(23, formAt(sight, word - 1), lemma);
  rows.add(24, kind, tagAt(sight, word - 1), tagAt(sight, after));
  rows.add(25, kind, relation, head < 0 ? 0 : hashed(uposOf(doc, head)));
  rows.add(26, lemma, around === null ? 0 : 1);
  rows.add(27, lemma, isTitle);
  const fine = sight.clusters.fine[word];
  const middle = sight.clusters.middle[word];
  const above = governingCue(sight, word);
  let valency = 0;
  rows.add(31, kind, fine);
  rows.add(32, kind, middle, relation);
  rows.add(33, kind, fine, tag);
  rows.add(34, kind, middle, source);
  rows.add(35, kind, middle, beside);
  rows.add(36, kind, fine, formAt(sight, after));
  rows.add(37, kind, above, relation);
  rows.add(38, lemma, above);
  rows.add(39, kind, cue.source >= 0 ? sight.clusters.fine[cue.source] : 0);
  rows.add(40, middle, cue.source >= 0 ? sight.clusters.middle[cue.source] : 0);
  rows.add(41, kind, above, around === null ? 0 : 1);
  if (cue.words.length > 1) rows.add(42, hashed(lemmaOf(doc, cue.words[0])), lemma);
  for (const child of dependents(syntax, word)) {
    if (baseRelOf(doc, child) === "punct") continue;
    const marker = hashed(caseOf(syntax, child) ?? "");
    if (child > word) valency = Math.imul(valency ^ relationAt(sight, child) ^ (marker * 3), 0x9e3779b1);
    rows.add(43, kind, middle, relationAt(sight, child) ^ (child < word ? 0 : 77));
    rows.add(44, kind, middle, marker);
    if (child > word) rows.add(45, kind, relationAt(sight, child), sight.clusters.fine[child]);
    if (baseRelOf(doc, child) === "obj") rows.add(46, lemma, hashed(lemmaOf(doc, child)));
    rows.add(28, lemma, relationAt(sight, child), child < word ? 1 : 2);
    rows.add(29, relationAt(sight, child), marker, child < word ? 1 : 2);
    if (marker !== 0) rows.add(30, lemma, relationAt(sight, child), marker);
  }
  rows.add(47, kind, valency);
  rows.add(48, lemma, valency);
  rows.add(49, middle, valency, source);
}

/** How a word hangs under the nearest cue of the tables above it: the relation that leads there; 0 where there is none. */
function governingCue({ syntax: { doc }, cueWords, relation }: Sight, word: number): number {
  for (let i = word, steps = 0; doc.head[i] >= 0 && steps < 8; i = doc.head[i], steps++)
    if (cueWords.has(doc.head[i])) return Math.imul(relation[i], 3) + (doc.head[i] < word ? 1 : 2) + 8 * (steps > 0 ? 1 : 0);
  return 0;
}

/** Whether a sentence is written like a headline: most of its words begin with capitals. */
function titleCase({ syntax: { doc } }: Sight, first: number, last: number): number {
  let capitals = 0;
  let words = 0;
  for (let word = first; word <= Math.min(last, first + 25); word++) {
    if (!/^\p{L}{4}/u.test(formOf(doc, word))) continue;
    words++;
    if (/^\p{Lu}/u.test(formOf(doc, word))) capitals++;
  }
  return words >= 3 && capitals * 10 >= words * 8 ? 1 : 0;
}

const isOwn = (syntax: Syntax, cue: CueCandidate): boolean => cue.source >= 0 && syntax.doc.head[cue.source] === cue.word;

/** What sort of somebody or something stands as the source, as one number. */
function sourceKind(sight: Sight, { source }: CueCandidate): number {
  return kindOf(sight, source);
}

function kindOf({ syntax, lexicon }: Sight, source: number): number {
  const { doc } = syntax;
  if (source < 0) return hashed("none");
  const form = formOf(doc, source).toLowerCase();
  const lemma = lemmaOf(doc, source);
  if (uposOf(doc, source) === "PRON") return hashed(`pronoun ${form}`);
  if (lexicon.roleNouns.has(lemma)) return hashed("role");
  if (lexicon.bodyNouns.has(lemma) || lexicon.bodyNouns.has(form)) return hashed("body");
  if (lexicon.groupNouns.has(form)) return hashed("group");
  const media = lexicon.media.get(lemma)?.kind;
  if (media !== undefined) return hashed(`media ${media}`);
  if (doc.name[source] > 0) {
    let from = source;
    while (from > 0 && doc.name[from] > 0 && doc.name[from] % 2 === 0) from--;
    return hashed(`name ${nameAt(doc, from)?.kind}`);
  }
  return hashed(uposOf(doc, source) === "PROPN" ? "proper" : `thing ${uposOf(doc, source)}`);
}

/** Words that are looked at between two places: so that time stays linear in a sentence that never ends. */
const FARTHEST = 60;

/** Facts of somebody who may be the source of a cue with this content; the sum for nobody is 0. */
export function sourceRows(sight: Sight, cue: CueCandidate, { first, last }: Proposal, candidate: SourceCandidate, rows: Features): void {
  const { syntax } = sight;
  const { doc, left } = syntax;
  const { word } = candidate;
  const way = hashed(candidate.way);
  const kind = hashed(cue.listed ? cue.kind : `open ${cue.kind}`);
  const lemma = hashed(`${cue.kind} ${cue.frame.lemma}`);
  const what = kindOf(sight, word);
  const side = word < cue.word ? 1 : 2;
  const distance = stepOf(Math.abs(word - cue.word)) * side;
  const holds = first <= word && word <= last ? 1 : 0;
  const quotations = sight.quotationsAt(cue.word);
  const own = quotationAround(quotations, { start: doc.start[cue.word], end: doc.end[cue.word] });
  const apart = quotationAround(quotations, { start: doc.start[word], end: doc.end[word] }) === own ? 0 : 1;
  let commas = 0;
  let verbs = 0;
  for (let i = Math.min(word, cue.word) + 1; i < Math.min(Math.max(word, cue.word), Math.min(word, cue.word) + FARTHEST); i++) {
    if (sight.form[i] === COMMA) commas++;
    if (FINITE.has(sight.tag[i])) verbs++;
  }
  const relation = relationAt(sight, word);
  const tag = tagAt(sight, cue.word);
  const none = cue.source < 0 ? 1 : 0;
  rows.add(301, way, kind);
  rows.add(302, way, lemma);
  rows.add(303, way, what);
  rows.add(304, way, distance, kind);
  rows.add(305, way, holds, apart);
  rows.add(306, way, Math.min(commas, 3), Math.min(verbs, 3) * side);
  rows.add(307, way, relation, relationAt(sight, cue.word));
  rows.add(308, way, tag, cue.passive ? 1 : 0);
  rows.add(309, what, kind);
  rows.add(310, lemma, what);
  rows.add(311, way, none, kind);
  rows.add(312, formAt(sight, word), kind);
  rows.add(313, formAt(sight, left[word] - 1), way);
  rows.add(314, tagAt(sight, word), way);
  rows.add(315, relation, side, kind);
  rows.add(316, way, formAt(sight, cue.word + 1));
  rows.add(317, way, formAt(sight, cue.word - 1));
  rows.add(318, lemma, cue.passive ? 1 : 0, side);
  rows.add(319, lemma, holds, way);
  rows.add(320, kind, hashed(doc.head[word] === cue.word ? "own" : "far"), what);
  rows.add(321, hashed(lemmaOf(doc, word)), kind);
  rows.add(322, way, sight.clusters.fine[word]);
  rows.add(323, sight.clusters.middle[cue.word], what, side);
  rows.add(324, way, sight.clusters.middle[cue.word], cue.passive ? 1 : 0);
}

/** Facts of where content begins and how it hangs on its cue. */
export function groupRows(sight: Sight, cue: CueCandidate, group: ProposalGroup, rows: Features): void {
  const { syntax } = sight;
  const quotations = sight.quotationsAt(cue.word);
  const { doc } = syntax;
  const { first, head } = group;
  const way = hashed(group.way);
  const lemma = hashed(`${cue.kind} ${cue.frame.lemma}`);
  const kind = hashed(cue.listed ? cue.kind : `open ${cue.kind}`);
  const form = formAt(sight, first);
  const marker = head < 0 ? 0 : hashed(caseOf(syntax, head) ?? "");
  const finite = head >= 0 ? (carriesTense(syntax, head) ? 2 : 1) + (ownSubject(syntax, head) >= 0 ? 2 : 0) : 0;
  const gap = first - Math.max(...cue.words);
  const opens = quotations.some((q) => q.start === doc.start[first]) ? 1 : 0;
  const isName = doc.name[first] > 0 ? 1 : 0;
  const takes = hashed([...cue.frame.takes].join("|"));

  rows.add(101, way);
  rows.add(102, way, lemma);
  rows.add(103, way, kind, marker);
  rows.add(104, lemma, marker, way);
  rows.add(105, way, form);
  rows.add(106, lemma, form);
  rows.add(107, way, tagAt(sight, first), kind);
  rows.add(108, way, finite, kind);
  rows.add(109, lemma, finite);
  rows.add(110, way, stepOf(Math.abs(gap)), kind);
  rows.add(111, way, formAt(sight, first - 1));
  rows.add(112, way, opens, lemma);
  rows.add(113, way, tagAt(sight, head), kind);
  rows.add(114, way, hashed(cue.frame.object ?? ""), isName);
  rows.add(115, way, takes);
  rows.add(116, way, tagAt(sight, cue.word), cue.passive ? 1 : 0);
  rows.add(117, lemma, tagAt(sight, first));
  rows.add(118, way, relationAt(sight, cue.word), kind);
  const middle = sight.clusters.middle[cue.word];
  const fine = sight.clusters.fine[cue.word];
  rows.add(120, way, middle);
  rows.add(121, way, fine, marker);
  rows.add(122, way, middle, form);
  rows.add(123, way, fine, finite);
  if (head >= 0) {
    rows.add(124, kind, way, sight.clusters.fine[head]);
    rows.add(125, middle, sight.clusters.middle[head], way);
    rows.add(126, lemma, sight.clusters.middle[head]);
  }
  if (head >= 0 && ["NOUN", "VERB"].includes(uposOf(doc, head))) rows.add(119, kind, hashed(lemmaOf(doc, head)));
}

/** Facts of where content ends, and of the whole of it. */
export function endRows(sight: Sight, cue: CueCandidate, group: ProposalGroup, proposal: Proposal, isFirst: boolean, rows: Features): void {
  const { syntax, cueWords } = sight;
  const quotations = sight.quotationsAt(cue.word);
  const { doc, left, right } = syntax;
  const { first, last } = proposal;
  const way = hashed(group.way.startsWith("base") ? group.way : group.way.split("/")[0]);
  const kind = hashed(cue.listed ? cue.kind : `open ${cue.kind}`);
  const lemma = hashed(`${cue.kind} ${cue.frame.lemma}`);
  const sentence = wordsOf(doc, sentenceOf(doc, first));
  let rest = last + 1;
  while (rest <= sentence.last && /^["”’']+$/.test(formOf(doc, rest))) rest++;
  const isPoint = rest <= sentence.last && uposOf(doc, rest) === "PUNCT";
  const closes = rest > sentence.last || (rest === sentence.last && isPoint) ? 1 : 0;
  const next = isPoint && rest < sentence.last ? rest + 1 : rest;
  const nextForm = closes ? 1 : formAt(sight, next);
  const nextTag = closes ? 1 : tagAt(sight, next);
  const point = closes ? 1 : isPoint ? formAt(sight, rest) : 0;
  // The branch that is cut off behind the end, and what it hangs on: the cue, the content, or neither.
  let cut = 0;
  let hangs = 0;
  if (!closes && next <= sentence.last) {
    let branch = next;
    while (doc.head[branch] >= 0 && left[doc.head[branch]] === left[branch] && doc.head[branch] > last) branch = doc.head[branch];
    const above = doc.head[branch];
    cut = relationAt(sight, branch);
    hangs = above === cue.word ? 1 : above >= first && above <= last ? 2 : above < 0 ? 3 : cueWords.has(branch) ? 4 : 5;
    rows.add(201, way, cut, hangs);
    rows.add(202, cut, hangs, point);
    rows.add(203, cut, hashed(caseOf(syntax, branch) ?? ""), hangs);
    rows.add(204, kind, tagAt(sight, branch), hangs * 2 + (cueWords.has(branch) ? 1 : 0));
    rows.add(205, way, nextForm, hangs);
    rows.add(206, finiteness(syntax, branch), cut, point);
    // How deep in the content the branch hangs, and how much is cut off.
    let depth = 0;
    for (let i = branch; doc.head[i] >= 0 && doc.head[i] !== cue.word && depth < 6; i = doc.head[i]) depth++;
    const cutOff = stepOf(sentence.last - last);
    rows.add(225, way, cut, depth);
    rows.add(226, cut, depth, point);
    rows.add(227, way, cutOff, hangs);
    rows.add(228, nextForm, cut, hangs);
    rows.add(229, nextForm, point, finiteness(syntax, branch));
    rows.add(230, lemma, nextForm, point);
    rows.add(231, sight.clusters.fine[next], hangs, point);
    rows.add(232, nextForm, next + 1 <= sentence.last ? formAt(sight, next + 1) : 0);
    rows.add(233, nextTag, next + 1 <= sentence.last ? tagAt(sight, next + 1) : 0, hangs);
    let cuesBehind = 0;
    for (let i = next; i <= Math.min(sentence.last, next + FARTHEST); i++) if (cueWords.has(i)) cuesBehind++;
    rows.add(234, way, Math.min(cuesBehind, 2), point);
    rows.add(235, way, right[cue.word] === last ? 1 : right[cue.word] > last ? 2 : 3, hangs);
  }
  const size = stepOf(last - first + 1);
  const inside = quotationAround(quotations, { start: doc.start[last], end: doc.end[last] });
  const startInside = quotationAround(quotations, { start: doc.start[first], end: doc.end[first] });
  const marks = inside === startInside ? (inside === null ? 0 : 1) : inside === null ? 2 : 3;
  let verbs = 0;
  let cues = 0;
  let commas = 0;
  for (let word = first; word <= last; word++) {
    if (FINITE.has(sight.tag[word])) verbs++;
    if (cueWords.has(word)) cues++;
    if (sight.form[word] === COMMA) commas++;
  }
  const whole = group.head >= 0 ? (right[group.head] === last ? 1 : right[group.head] > last ? 2 : 3) : 0;
  rows.add(207, way, closes, isFirst ? 1 : 0);
  rows.add(208, way, nextForm);
  rows.add(209, way, nextTag, point);
  rows.add(210, lemma, nextForm);
  rows.add(211, way, size);
  rows.add(212, lemma, size);
  rows.add(213, way, Math.min(verbs, 3), Math.min(commas, 4));
  rows.add(214, lemma, Math.min(verbs, 2), closes);
  rows.add(215, way, marks, closes);
  rows.add(216, way, whole, closes);
  rows.add(217, tagAt(sight, last), nextTag);
  rows.add(218, formAt(sight, last), nextForm);
  rows.add(219, way, Math.min(cues, 3), closes);
  rows.add(220, way, proposal.spans.length, marks);
  rows.add(221, point, nextForm, finiteness(syntax, next <= sentence.last ? next : -1));
  rows.add(222, way, tagAt(sight, last));
  rows.add(223, lemma, closes);
  rows.add(224, way, wordAt(doc, doc.start[cue.word]) < first ? 1 : 2, point);
}

const FINITE: ReadonlySet<number> = new Set(["VBD", "VBP", "VBZ", "MD"].map(hashed));
const COMMA = hashed(",");

/** Whether a verb is finite, and has a subject of its own: 0 for what is no verb. */
function finiteness(syntax: Syntax, word: number): number {
  if (word < 0 || !["VERB", "AUX"].includes(uposOf(syntax.doc, word))) return 0;
  return 1 + (carriesTense(syntax, word) ? 1 : 0) + (ownSubject(syntax, word) >= 0 ? 2 : 0);
}
