export { cueRows, endRows, groupRows, type Sight, sightOf, sourceRows } from "./features.js";
export { Judge, type JudgeWeights, LEAST, ODDS, packJudge, STEPS, stepOf, unpackJudge, type Verdict } from "./judge.js";
export { JUDGE_FILE, packagedJudge } from "./packaged.js";
export { JUDGE_BITS, Rows } from "./rows.js";
