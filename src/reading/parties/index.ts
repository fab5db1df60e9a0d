export { sidesBefore } from "./pair.js";
export { isSameSide, principalOf } from "./principal.js";
export { sidesOf, stateVisited } from "./sides.js";
export { isPredicate, subjectOf } from "./subject.js";
