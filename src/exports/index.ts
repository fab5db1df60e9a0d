export { goldOf } from "./gold.js";
