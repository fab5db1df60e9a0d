export { cell } from "./cell.js";
export { LexiconError, type LexiconProblem } from "./error.js";
export { type Lexicon, loadLexicon } from "./load.js";
export { oncePerLexicon } from "./once.js";
export { foldKey, indexPhrases } from "./phrase.js";
export { defineTable, KEY_SEPARATOR, loadTable, type RowOf, type TableDefinition, type TableFile } from "./table.js";
export { ORGANIZATION_KINDS, type OrganizationKind, TABLES } from "./tables.js";
