/**
 * How well trees are built for news that no weight has seen: `tsx train/folds.ts --data DIR [--seeds N]`. The news and interview documents of GUM, 43 of them, are
 * left out a fifth at a time; a tagger and a parser are trained on the rest with EWT, and read what was left out from its gold words. Prints scores over all
 * five. With `--seeds 1`, the default, each table is trained once and not three times, and takes a third of the time: what ships is better by some half a point.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { formsOf, MODEL_FILES, Parser, Tagger, unpackClusters, unpackParser, unpackTagger } from "../src/language/engine/index.js";
import { readConllu, type Treebank } from "./conllu.js";
import { jackknife } from "./jackknife.js";
import { trainParser } from "./parser.js";
import { scoreTrees } from "./score.js";
import { SETTINGS } from "./settings.js";
import { readSilver } from "./silver.js";
import { foreignClasses, TaggerTraining, TagLabels } from "./tagger.js";

const FOLDS = 5;
const NEWS = /^GUM_(?:news|interview)_/;

const { values } = parseArgs({ options: { data: { type: "string" }, seeds: { type: "string", default: "1" } } });
const data = values.data ?? fail("Say where the corpora are: tsx train/folds.ts --data DIR");
const seeds = SETTINGS.parser.seeds.slice(0, Number(values.seeds));
const clusters = unpackClusters(readFileSync(MODEL_FILES.clusters));
const foreign = foreignClasses(readSilver(gunzipSync(readFileSync(join(data, "silver", "polnear-train.conllu.gz"))).toString("utf8"), 1));

const gum = ["gum-open-train", "gum-open-dev", "gum-open-test"].flatMap((name) => documentsOf(read(name)));
const held = gum.filter(({ id }) => NEWS.test(id));
const always =
  read("ewt-train") +
  documentsOf(read("gum-open-train"))
    .flatMap(({ id, conllu }) => (NEWS.test(id) ? [] : [conllu]))
    .join("");

const news = readConllu(held.map(({ conllu }) => conllu).join(""), "news and interviews");
const { length } = news.doc;
const system = {
  ...news.doc,
  upos: new Uint8Array(length),
  xpos: new Uint8Array(length),
  head: new Int32Array(length),
  deprel: new Uint8Array(length),
};
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = held.flatMap(({ conllu }, i) => (i % FOLDS === fold ? [] : [conllu])).join("");
  const { tagger, parser } = trainOn(readConllu(always + rest, `all but fold ${fold + 1}`));
  for (let i = fold; i < held.length; i += FOLDS) annotate(tagger, parser, i);
  process.stdout.write(`fold ${fold + 1} of ${FOLDS} is read\n`);
}
process.stdout.write(`${scoreTrees(news.doc, system)}\n`);

function trainOn(bank: Treebank): { readonly tagger: Tagger; readonly parser: Parser } {
  const forms = formsOf(bank.doc);
  const text = { doc: bank.doc, forms, labels: new TagLabels(bank.doc), foreign };
  const { drafts, ...tags } = jackknife(bank, text, SETTINGS.folds, SETTINGS.jackknife);
  const training = new TaggerTraining(text, Uint32Array.from(bank.sentenceIds.keys()), { ...SETTINGS.tagger, seeds });
  const { parser } = SETTINGS;
  const packed = trainParser(
    bank.doc,
    { forms, clusters: clusters.of(forms.form), ...tags },
    { ...parser, seeds, beam: { ...parser.beam, seeds } },
  );
  return {
    tagger: new Tagger(unpackTagger(training.pack(training.pass(null), training.pass(drafts)))),
    parser: new Parser(unpackParser(packed)),
  };
}

/** Reads one of the documents left out into `system`. */
function annotate(tagger: Tagger, parser: Parser, document: number): void {
  const { conllu, id } = held[document] ?? fail(`There is no document ${document}`);
  const { doc } = readConllu(conllu, id);
  const forms = formsOf(doc);
  const tags = tagger.tag(forms, doc.sentences);
  const head = new Int32Array(doc.length);
  const deprel = new Uint8Array(doc.length);
  parser.parse({ forms, clusters: clusters.of(forms.form), ...tags }, doc.sentences, head, deprel);
  const first = news.doc.sentences[news.documents[document] as number];
  system.upos.set(tags.upos, first);
  system.xpos.set(tags.xpos, first);
  system.deprel.set(deprel, first);
  system.head.set(
    head.map((word) => (word < 0 ? -1 : word + first)),
    first,
  );
}

/** The documents of a CoNLL-U file, each as a file of its own. */
function documentsOf(conllu: string): { readonly id: string; readonly conllu: string }[] {
  return conllu.split(/^(?=# newdoc id = )/m).flatMap((part) => {
    const id = /^# newdoc id = (\S+)/.exec(part)?.[1];
    return id === undefined ? [] : [{ id, conllu: part }];
  });
}

function read(name: string): string {
  return readFileSync(join(data, "ud", `${name}.conllu`), "utf8");
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
