export { type FoundTime, findTimes, readTimes, type TimesInput } from "./read.js";
