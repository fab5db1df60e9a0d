import type { Referents } from "../actors/index.js";
import { isSameSide } from "../parties/index.js";
import { agentOf, isPassive } from "../syntax.js";
import { ABLE, type Clause, DUTY, lemmaAt, lexiconOf, speaksForBody, type Taken } from "./clause.js";
import { holdersOf, sideOf } from "./holder.js";
import { verbPhrase } from "./issue.js";
import { actKind } from "./vocabulary.js";

/** "four Turkish aircraft had entered its airspace": a hostile act that one state reports of another; "we were rammed". */
export function reproach(clause: Clause): Taken | null {
  const { reading, referents, head, own, negated, subject, draft, modals } = clause;
  const { syntax } = reading;
  if (negated || subject < 0 || modals.some((modal) => ABLE.has(modal) || DUTY.has(modal) || ["may", "might"].includes(modal))) return null;
  if (actKind(lexiconOf(clause), lemmaAt(clause, head)) !== "hostile") return null;
  const holders = holdersOf(reading, referents, draft, false);
  if (holders.length === 0 || !speaksForBody(clause)) return null;
  const passive = isPassive(syntax, head);
  const side = sideOf(reading, referents, passive ? agentOf(syntax, head) : subject);
  if (passive && own.length === 0) return null;
  const isForeign = side >= 0 && isRival(referents, side, holders[0]);
  if (!passive && !isForeign) return null;
  const issue = { ...verbPhrase(reading, head, subject), toward: isForeign ? side : -1 };
  return { stance: "accuse", issue, holders, rule: "reproach", confidence: 0.55 };
}

function isRival(referents: Referents, a: number, b: number): boolean {
  const [one, other] = [referents.all[a], referents.all[b]];
  return one.country !== null && other.country !== null && !isSameSide(referents, a, b);
}
