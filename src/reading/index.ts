export { type Block, blocksOf } from "./blocks.js";
export { type Degree, type Factuality, factualityAt, modalityAt, type Standing } from "./modality/index.js";
export { GAZETTEER_SHA256 } from "./places/index.js";
export { readStory } from "./read-story.js";
export { type Knowledge, knowledgeOf } from "./reading.js";
export { type Syntax, syntaxOf } from "./syntax.js";
