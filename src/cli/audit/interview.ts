import type { AuditItem } from "../../archive/index.js";

/** How a person is asked: what is shown first, and the question to which a line is the answer. */
export interface Asking {
  show(item: AuditItem, number: number): Promise<void>;
  /** Null when there are no more answers: the end of the input. */
  ask(question: string): Promise<string | null>;
}

/** What an answer does. */
export interface Deciding {
  /** Stores an answer and gives the id of the decision. */
  judge(item: AuditItem, answer: "right" | "wrong", note: string | null): Promise<string>;
  takeBack(decision: string): Promise<void>;
}

const QUESTION = "Is this right? [y]es, [n]o, [s]kip, [b]ack, [q]uit: ";
const REASON = "What is wrong? (Enter for nothing) ";

/**
 * Leads a person through items that have no answer, one after another. Each answer is stored before the next is asked, so that whoever stops
 * loses nothing; "back" takes the last one back and asks it again. Gives how many were answered.
 */
export async function interview(items: readonly AuditItem[], asking: Asking, deciding: Deciding): Promise<number> {
  const open = items.filter(({ answer }) => answer === null);
  const decided: { readonly at: number; readonly decision: string | null }[] = [];
  for (let at = 0; at < open.length; ) {
    await asking.show(open[at], at + 1);
    const answer = (await asking.ask(QUESTION))?.trim().toLowerCase() ?? "q";
    if (answer === "q" || answer === "quit") break;
    if (answer === "b" || answer === "back") {
      const last = decided.pop();
      if (last === undefined) continue;
      if (last.decision !== null) await deciding.takeBack(last.decision);
      at = last.at;
    } else if (answer === "s" || answer === "skip") {
      decided.push({ at, decision: null });
      at++;
    } else if (answer === "y" || answer === "yes") {
      decided.push({ at, decision: await deciding.judge(open[at], "right", null) });
      at++;
    } else if (answer === "n" || answer === "no") {
      const note = (await asking.ask(REASON))?.trim() || null;
      decided.push({ at, decision: await deciding.judge(open[at], "wrong", note) });
      at++;
    }
    // Anything else is a slip of the hand: it is asked again.
  }
  return decided.filter(({ decision }) => decision !== null).length;
}
