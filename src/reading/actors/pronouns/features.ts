import { baseRelOf, deprelOf, dominates, lemmaOf, uposOf } from "../../../language/index.js";
import type { Reading } from "../../reading.js";
import { isPassive } from "../../syntax.js";
import { type Candidate, isSpeaker } from "./candidates.js";
import type { Pronoun, Scene } from "./scene.js";

type Place = "subject" | "possessor" | "object" | "other";

/** Relation of a mention to its clause: that of the first of coordinated ones, and of the noun that one explains. */
function relationOf({ doc }: Reading, word: number): string {
  let at = word;
  for (let steps = 0; steps < 4 && ["conj", "appos", "flat"].includes(baseRelOf(doc, at)) && doc.head[at] >= 0; steps++) at = doc.head[at];
  return deprelOf(doc, at) === "nmod:poss" ? "poss" : baseRelOf(doc, at);
}

function placeOf(reading: Reading, word: number): Place {
  const relation = relationOf(reading, word);
  if (relation === "poss") return "possessor";
  return relation === "nsubj" ? "subject" : relation === "obj" || relation === "iobj" ? "object" : "other";
}

/** Words that the clauses around a word hang on, the innermost first. */
function clausesAbove({ doc }: Reading, word: number): number[] {
  const heads: number[] = [];
  for (let at = doc.head[word], below = word, steps = 0; at >= 0 && steps < 40; below = at, at = doc.head[at], steps++)
    if (uposOf(doc, at) === "VERB" || baseRelOf(doc, below) === "nsubj") heads.push(at);
  return heads;
}

/** The largest bound that a value reaches, by its number. */
const bucket = (value: number, ...bounds: readonly number[]): number => bounds.findLastIndex((bound) => value >= bound);

const isSpeech = ({ doc, knowledge }: Reading, verb: number): boolean =>
  verb >= 0 && knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, verb))?.class === "speech";

/**
 * What speaks for and against each candidate, as names under which the weights are kept: nearness, place in the sentence, how often and where
 * it was mentioned, likeness of places, clauses, quotations and words of saying. `candidates` are all of one pronoun, nearest first.
 */
export function featuresOf(scene: Scene, { word, kind }: Pronoun, candidates: readonly Candidate[]): string[][] {
  const { reading, parties, sentenceAt, quotationAt } = scene;
  const { doc, syntax } = reading;
  const place = placeOf(reading, word);
  const clauses = clausesAbove(reading, word);
  const speaks = isSpeaker(reading, word);
  const { family } = kind;
  const quotation = quotationAt[word];
  const most = Math.max(0, ...candidates.map(({ count }) => count));
  const inSentence = candidates.filter(({ nearest, behind }) => !behind && sentenceAt[nearest.head] === sentenceAt[word]).length;
  const paragraphOf = (at: number): number => doc.blockOf[sentenceAt[at]];
  const inParagraph = candidates.some(({ nearest }) => paragraphOf(nearest.head) === paragraphOf(word));
  const firstMentioned = scene.appearances.find(({ party }) => candidates.some((candidate) => candidate.party === party))?.party;

  return candidates.map(({ party, nearest, behind, count, subject, gender, quoted }, rank) => {
    const { head } = nearest;
    const sentences = sentenceAt[word] - sentenceAt[head];
    const distance = behind ? "behind" : ["same", "last", "2", "3", "5"][bucket(sentences, 0, 1, 2, 3, 5)];
    const near = sentences === 0;
    const relation = relationOf(reading, head);
    const mentionSpeaks = relation === "nsubj" && isSpeech(reading, doc.head[head]);
    const found: string[] = [];
    const add = (name: string): void => {
      found.push(name, `${name} / ${family}`);
    };
    const addPlaced = (name: string): void => {
      add(name);
      found.push(`${name} / ${place}`);
    };
    addPlaced(`distance ${distance}`);
    addPlaced(`relation ${relation}`);
    add(`relation ${relation} ${distance}`);
    addPlaced(`rank ${Math.min(rank, 3)}`);
    add(`rank ${Math.min(rank, 3)} of ${Math.min(candidates.length, 4)}`);
    add(`count ${bucket(count, 0, 1, 2, 3, 5)}`);
    if (count > 1 && count === most) add("most mentioned");
    if (party === firstMentioned) addPlaced("mentioned first");
    if (baseRelOf(doc, head) === "conj") add("joined");
    if (parties[party].kind === "other") add(`${nearest.form} ${parties[party].animate}`);
    add(`form ${nearest.form}`);
    add(`kind ${parties[party].kind}${parties[party].animate === false ? " thing" : ""}`);
    const { leaning } = parties[party];
    add(`gender ${gender !== null ? "fits" : leaning === null ? "open" : leaning === kind.gender ? "may fit" : "may differ"}`);
    if (near && !behind) addPlaced(`words ${bucket(word - head, 0, 3, 6, 10, 20)}`);
    if (behind) add(`behind ${relation}`);
    if (paragraphOf(word) !== paragraphOf(head)) add(inParagraph ? "other paragraph, though this one has somebody" : "other paragraph");
    // "The envoy of Chad, who came late, said he …": who else would have been meant is named elsewhere.
    if (near && !behind && inSentence === 1) add(`alone in sentence ${relation}`);
    if (subject) add(`was subject ${bucket(sentenceAt[word] - sentenceAt[subject.head], 0, 1, 2, 3)}`);
    if (relation === "nsubj" && doc.head[head] >= 0 && baseRelOf(doc, doc.head[head]) === "root") addPlaced(`main subject ${distance}`);
    if (relation === "nsubj" && doc.head[head] >= 0 && isPassive(syntax, doc.head[head])) add("passive subject");
    if (place === (relation === "nsubj" ? "subject" : relation === "obj" ? "object" : relation === "poss" ? "possessor" : ""))
      add(`parallel ${place} ${distance}`);
    if (near) {
      const up = clauses.indexOf(doc.head[head]);
      // "Norway said it would stay": hardly anybody else.
      if (mentionSpeaks && up > 0 && quotation === quotationAt[head]) {
        addPlaced(`said above ${Math.min(up, 2)}`);
        if (inSentence === 1) addPlaced("said above alone");
      }
      if (relation === "nsubj" && up >= 0) addPlaced(`subject above ${Math.min(up, 3)}${behind ? " behind" : ""}`);
      else if (up >= 0) addPlaced(`argument above ${Math.min(up, 2)} ${relation}`);
      if (place !== "possessor" && doc.head[head] === doc.head[word]) add("same verb");
      if (place === "possessor" && (dominates(doc, doc.head[word], head) || doc.head[word] === head)) add("in what is possessed");
      else if (dominates(doc, head, word)) addPlaced("above");
      if (word >= nearest.first && word <= nearest.last) add("around");
    }
    if (quoted) add("only quoted");
    if (quotation !== quotationAt[head]) add(quotation < 0 ? "mentioned in quotation" : "mentioned outside");
    if (mentionSpeaks) add(`speaker ${speaks ? "speaks again" : "does else"} ${distance}`);
    // “He is wrong,” Lund said: hardly Lund.
    if (mentionSpeaks && quotation >= 0 && quotationAt[head] < 0) add(`quoted by ${distance}`);
    if (speaks) found.push(`speaks ${relation} ${distance}`, `speaks kind ${parties[party].kind}`);
    return found;
  });
}

/** What speaks for nobody among the candidates. */
export function nobodyFeatures({ reading }: Scene, { word, kind: { family } }: Pronoun): string[] {
  const place = placeOf(reading, word);
  const speaks = isSpeaker(reading, word);
  return ["nobody", `nobody / ${family}`, `nobody / ${family} ${place}`, `nobody / ${family} ${speaks ? "speaks" : "does else"}`];
}
