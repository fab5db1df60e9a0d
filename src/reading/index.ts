export { type Block, blocksOf } from "./blocks.js";
export { GAZETTEER_SHA256 } from "./places/index.js";
export { readStory } from "./read-story.js";
export { type Knowledge, knowledgeOf } from "./reading.js";
