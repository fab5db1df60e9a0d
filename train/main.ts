/**
 * Makes every weight in `models/` anew: `npm run train -- --data DIR [--only clusters|tagger|parser|names|coref|statements|events]`.
 *
 * DIR holds `ud/` (EWT and GUM in CoNLL-U), `ner/` (EWT and Wikigold in IOB2), `silver/`, `coref/` (GAP) and `polnear/`; the cards in `models/` say which
 * files and whence. The same data give the same bytes. Clusters, and the places that the finder of names knows, are made of packages that npm fetches.
 * `--only MODEL` takes the others that it needs from `models/`: parser and names the tagger, names the clusters, too, coref all of the engine, statements coref as well. Scores on the
 * dev parts are printed at the end.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { formsOf, loadEngine, MODEL_FILES, Tagger, unpackClusters, unpackTagger } from "../src/language/engine/index.js";
import { englishWith } from "../src/language/index.js";
import { loadLexicon } from "../src/lexicon/index.js";
import { COREF_WEIGHTS_FILE, writeWeights } from "../src/reading/actors/pronouns/index.js";
import { EVENT_MODEL_FILE, noEventWeights } from "../src/reading/events/training.js";
import { knowledgeOf } from "../src/reading/index.js";
import { JUDGE_FILE, packJudge } from "../src/reading/statements/judge/index.js";
import { makeClusters } from "./clusters.js";
import { readConllu, type Treebank } from "./conllu.js";
import { gapText, gumTexts, silverTexts, trainCoref } from "./coref.js";
import { readEventCorpus, trainEvents } from "./events.js";
import { readGap } from "./gap.js";
import { gazetteerOf, makeGazetteer, titlesIn } from "./gazetteer.js";
import { gumNames } from "./gum-names.js";
import { type NamedText, readIob } from "./iob.js";
import { jackknife } from "./jackknife.js";
import { type TaggedNames, trainNames } from "./names.js";
import { trainParser } from "./parser.js";
import { placesOfTheWorld } from "./places.js";
import { readPolnear } from "./polnear.js";
import { findNames, scoreNames, scoreTrees } from "./score.js";
import { SETTINGS } from "./settings.js";
import { readSilver } from "./silver.js";
import { readSilverChains } from "./silver-chains.js";
import { judgeArticles, UNTRAINED } from "./statement-articles.js";
import { trainStatements } from "./statements.js";
import { foreignClasses, type TaggedText, TaggerTraining, TagLabels } from "./tagger.js";
import { wordVectors } from "./vectors.js";

const MODELS = ["clusters", "tagger", "parser", "names", "coref", "statements", "events"] as const;
type Model = (typeof MODELS)[number];

const { values } = parseArgs({ options: { data: { type: "string" }, only: { type: "string" } } });
if (values.data === undefined)
  fail("Say where the corpora are: npm run train -- --data DIR [--only clusters|tagger|parser|names|coref|statements|events]");
if (values.only !== undefined && !MODELS.includes(values.only as Model))
  fail(`--only takes one of ${MODELS.join(", ")}, not "${values.only}"`);
const data = values.data;
const wanted = (model: Model): boolean => values.only === undefined || values.only === model;

/** The tables that the gazetteer of names is made from. */
const LEXICON = new URL("../lexicon/", import.meta.url);

const read = (...path: string[]): string => readFileSync(join(data, ...path), "utf8");
const treebank = (...names: string[]): Treebank =>
  readConllu(names.map((name) => read("ud", `${name}.conllu`)).join(""), names.join(" + "));

const bank = treebank("ewt-train", "gum-open-train");
const forms = formsOf(bank.doc);
const labels = new TagLabels(bank.doc);
const silver = gunzipSync(readFileSync(join(data, "silver", "polnear-train.conllu.gz"))).toString("utf8");
const foreign = foreignClasses(readSilver(silver, 1));
mkdirSync(new URL(".", MODEL_FILES.tagger), { recursive: true });

if (wanted("clusters"))
  save(
    "clusters",
    timed("clusters", () => makeClusters(wordVectors(SETTINGS.clusters.words), SETTINGS.clusters).pack()),
  );
if (wanted("tagger") || wanted("parser") || wanted("names")) {
  const text: TaggedText = { doc: bank.doc, forms, labels, foreign };
  const { drafts, ...tags } = timed("jackknife", () => jackknife(bank, text, SETTINGS.folds, SETTINGS.jackknife));
  log(`tags of the jackknife: ${scoreTrees(bank.doc, { ...bank.doc, ...tags }).split("  UAS")[0]}`);
  if (wanted("tagger")) {
    const training = new TaggerTraining(text, Uint32Array.from(bank.sentenceIds.keys()), SETTINGS.tagger);
    save(
      "tagger",
      timed("tagger", () => training.pack(training.pass(null), training.pass(drafts))),
    );
  }
  if (wanted("parser")) {
    const clusters = unpackClusters(readFileSync(MODEL_FILES.clusters)).of(forms.form);
    save(
      "parser",
      timed("parser", () => trainParser(bank.doc, { forms, clusters, ...tags }, SETTINGS.parser)),
    );
  }
  if (wanted("names")) {
    const gold = [
      readIob(read("ner", "ewt-ner-train.iob2"), "ewt-ner-train"),
      readIob(read("ner", "wikigold-train.iob2"), "wikigold-train"),
      gumNames(read("ud", "gum-open-train.conllu"), treebank("gum-open-train"), titlesIn(LEXICON)),
    ].map((text) => tagNames(text, tags, 1));
    const news = tagNames(readSilver(silver, SETTINGS.silverEvery), tags, SETTINGS.silverTrust);
    const knowledge = {
      gazetteer: makeGazetteer(LEXICON),
      places: gazetteerOf(placesOfTheWorld(), LEXICON),
      clusters: unpackClusters(readFileSync(MODEL_FILES.clusters)),
    };
    save(
      "names",
      timed("names", () => trainNames([...gold, news], knowledge, SETTINGS.names)),
    );
  }
}

const engine = loadEngine();
if (wanted("coref")) {
  const lexicon = loadLexicon();
  const knowledge = knowledgeOf(lexicon, undefined, { weights: new Map(), hash: "none" }, noEventWeights(), UNTRAINED);
  const english = englishWith(lexicon, engine);
  const texts = [
    ...readGap(read("coref", "gap-development.tsv")).map((passage) => gapText(passage, english, knowledge)),
    ...gumTexts(read("ud", "gum-open-train.conllu"), treebank("gum-open-train"), english, knowledge),
    ...silverTexts(
      readSilverChains(silver, SETTINGS.corefSilverEvery, (id) => read("polnear", "train", "text", `${id}.txt`)),
      english,
      knowledge,
    ),
  ];
  const weights = timed("coref", () => trainCoref(texts, SETTINGS.coref));
  writeFileSync(COREF_WEIGHTS_FILE, writeWeights(weights));
  log(`coref: ${weights.size} weights`);
}
if (wanted("statements")) {
  const articles = timed("cues of statements", () => judgeArticles(readPolnear(join(data, "polnear", "train"))));
  const { weights, calibration, report } = timed("statements", () =>
    trainStatements(articles, SETTINGS.statementFolds, SETTINGS.statements),
  );
  log(report);
  const packed = packJudge(weights, calibration);
  writeFileSync(JUDGE_FILE, packed);
  log(`statements: ${(packed.length / 1e6).toFixed(2)} MB`);
  if (values.only === "statements") process.exit(0);
}
if (wanted("events")) {
  const corpus = timed("texts of events", () => readEventCorpus(data));
  const packed = timed("events", () => trainEvents([...corpus.marked.values()], corpus));
  writeFileSync(EVENT_MODEL_FILE, packed);
  log(`events: ${(packed.length / 1e6).toFixed(2)} MB`);
  if (values.only === "events") process.exit(0);
}
for (const name of ["ewt-dev", "gum-open-dev"]) {
  const { doc } = treebank(name);
  log(`${name}: ${scoreTrees(doc, engine.annotate(doc))}`);
}
for (const name of ["ewt-ner-dev", "wikigold-dev"]) {
  const gold = readIob(read("ner", `${name}.iob2`), name);
  log(`${name}: ${scoreNames(gold, findNames(engine, gold))}`);
}

/** Adds tags to a text with names: those of the jackknife where the sentence is in the treebank with the same words, else the tagger's own. */
function tagNames(text: NamedText, unseen: { readonly upos: Uint8Array; readonly xpos: Uint8Array }, trust: number): TaggedNames {
  const forms = formsOf(text.words);
  const { upos, xpos } = new Tagger(unpackTagger(readFileSync(MODEL_FILES.tagger))).tag(forms, text.words.sentences);
  const sentenceOf = new Map(bank.sentenceIds.map((id, sentence) => [id, sentence]));
  text.sentenceIds.forEach((id, sentence) => {
    const same = sentenceOf.get(id);
    if (same === undefined) return;
    const from = bank.doc.sentences[same];
    const behind = bank.doc.sentences[same + 1];
    const to = text.words.sentences[sentence];
    if (text.words.sentences[sentence + 1] - to !== behind - from) return;
    upos.set(unseen.upos.subarray(from, behind), to);
    xpos.set(unseen.xpos.subarray(from, behind), to);
  });
  return { ...text, forms, upos, xpos, trust };
}

function save(model: keyof typeof MODEL_FILES, packed: Uint8Array): void {
  writeFileSync(MODEL_FILES[model], packed);
  log(`${model}: ${(packed.length / 1e6).toFixed(2)} MB`);
}

function timed<T>(what: string, make: () => T): T {
  const before = performance.now();
  const made = make();
  log(`${what}: ${((performance.now() - before) / 1000).toFixed(0)} s`);
  return made;
}

function log(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
