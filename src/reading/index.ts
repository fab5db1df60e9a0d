export { type Block, blocksOf } from "./blocks.js";
export { readStory } from "./read-story.js";
export { type Knowledge, knowledgeOf } from "./reading.js";
