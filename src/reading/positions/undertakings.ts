import { baseRelOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import { dependent, dependents } from "../syntax.js";
import { type Clause, lemmaAt, lexiconOf, type Taken } from "./clause.js";
import { conditionOf } from "./condition.js";
import { nounIssue, verbPhrase } from "./issue.js";
import { actKind, isKind } from "./vocabulary.js";

/** "We reserve the right to take the matter to court" threatens; "it has the right to deploy them" claims that right. */
export function right(clause: Clause): Taken | null {
  const { reading, head, own, negated } = clause;
  const { doc, syntax } = reading;
  if (own.length === 0 || negated || !["reserve", "have"].includes(lemmaAt(clause, head))) return null;
  const noun = dependent(syntax, head, "obj");
  if (noun < 0 || lemmaOf(doc, noun) !== "right") return null;
  const act = [...dependents(syntax, noun), ...dependents(syntax, head)].find(
    (i) => i > noun && ["acl", "xcomp", "advcl"].includes(baseRelOf(doc, i)),
  );
  if (act === undefined) return null;
  if (lemmaAt(clause, head) === "have") {
    const issue = { ...nounIssue(reading, noun, -1), last: verbPhrase(reading, act, noun).last };
    return { stance: "demand", issue, holders: own, rule: "right", confidence: 0.55 };
  }
  return { stance: "threaten", issue: { ...verbPhrase(reading, act, noun), toward: -1 }, holders: own, rule: "right", confidence: 0.6 };
}

/** "Oslo is considering closing the crossing": a hostile act that is thought of aloud. */
export function considering(clause: Clause): Taken | null {
  const { reading, head, own, negated } = clause;
  const { doc, syntax } = reading;
  if (own.length === 0 || negated || !isKind(lexiconOf(clause), lemmaAt(clause, head), "consider")) return null;
  const act = dependents(syntax, head).find((i) => i > head && ["xcomp", "ccomp", "obj"].includes(baseRelOf(doc, i)));
  if (act === undefined || actKind(lexiconOf(clause), lemmaOf(doc, act).toLowerCase()) !== "hostile") return null;
  const issue = uposOf(doc, act) === "VERB" ? { ...verbPhrase(reading, act, -1), toward: -1 } : nounIssue(reading, act, -1);
  return { stance: "threaten", issue, holders: own, rule: "considering", confidence: 0.55 };
}

/** "If the crew is home by Friday, we talk on Friday": the present, on a condition. */
export function bareOffer(clause: Clause): Taken | null {
  const { reading, head, own, subject, negated } = clause;
  const { doc } = reading;
  if (own.length === 0 || negated || uposOf(doc, head) !== "VERB" || xposOf(doc, head) !== "VBP") return null;
  const condition = conditionOf(reading, [head]);
  if (condition === null || condition.first > head) return null;
  const stance = actKind(lexiconOf(clause), lemmaAt(clause, head)) === "hostile" ? "threaten" : "offer";
  return { stance, issue: { ...verbPhrase(reading, head, subject), toward: -1 }, holders: own, rule: "announcement", confidence: 0.55 };
}
