import { type StoryRecord, wordsOfAnchor } from "../../model/index.js";
import { STANCE_WORDS } from "../render/stance.js";
import { oneLine } from "../render/words.js";
import type { Fact } from "./explanation.js";
import { nameOf } from "./statement.js";

/** Who holds it, what it is about, at whom it is aimed, what it hangs on, and the words by which it is grouped. */
export function positionFacts(position: StoryRecord["positions"][number], record: StoryRecord): Fact[] {
  const { holder, stance, toward, condition, issueKey, statement } = position;
  const said = record.statements.find(({ id }) => id === statement);
  return [
    { label: "stance", text: `${nameOf(record, holder)} ${STANCE_WORDS[stance]}` },
    ...(toward === null ? [] : [{ label: "toward", text: nameOf(record, toward) }]),
    ...(condition === null ? [] : [{ label: "condition", text: oneLine(wordsOfAnchor(condition)) }]),
    { label: "issue key", text: issueKey },
    ...(said === undefined ? [] : [{ label: "stated in", text: `“${oneLine(wordsOfAnchor(said.anchor))}” (${said.id})` }]),
  ];
}
