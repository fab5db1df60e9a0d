export { GAZETTEER_SHA256 } from "./packaged.js";
export { readPlaces } from "./read.js";
