export { readPlaces } from "./read.js";
