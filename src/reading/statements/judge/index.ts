export { cueRows, endRows, groupRows, type Sight, sightOf } from "./features.js";
export { Judge, ODDS, packJudge, STEPS, stepOf, unpackJudge, type Verdict } from "./judge.js";
export { JUDGE_FILE, packagedJudge } from "./packaged.js";
export { JUDGE_BITS, Rows } from "./rows.js";
