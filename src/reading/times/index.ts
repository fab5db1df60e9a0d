export { type FoundTime, findTimes, timesOf } from "./read.js";
