export { type Antecedent, bestOf, type Choice, resolvePronouns, throughPronouns } from "./resolve.js";
export { type Scene, sceneOf } from "./scene.js";
export { COREF_WEIGHTS_FILE, packagedCorefWeights, readWeights, type Weights, writeWeights } from "./weights.js";
