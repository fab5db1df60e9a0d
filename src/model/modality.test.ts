import { describe, expect, it } from "vitest";
import { ASSERTED, type Modality, type Status, statusOf } from "./index.js";

const modality = (axes: Partial<Modality>): Modality => ({ ...ASSERTED, ...axes });

describe("statusOf", () => {
  it.each<[string, Partial<Modality>, boolean, Status]>([
    ["the story tells it as past", { time: "past" }, false, "occurred"],
    ["the story tells it as going on", { time: "present" }, false, "ongoing"],
    ["a headline without tense", { time: null }, false, "occurred"],
    ["still to come, as the story says", { time: "future" }, false, "planned"],
    ["still to come, as somebody says", { time: "future", within: "st_1" }, false, "planned"],
    ["claimed by a source", { time: "past", within: "st_1" }, false, "alleged"],
    ["an actor's announcement of its own act", { time: "past", within: "st_1" }, true, "occurred"],
    ["hangs on a condition, though to come", { time: "future", certainty: "conditional" }, false, "conditional"],
    ["only supposed", { certainty: "hypothetical" }, false, "conditional"],
    ["reportedly done", { time: "past", certainty: "hypothetical" }, false, "alleged"],
    ["may come", { time: "future", certainty: "hypothetical" }, false, "conditional"],
    ["negated, though claimed and conditional", { polarity: "negative", certainty: "conditional", within: "st_1" }, false, "denied"],
  ])("%s", (_, axes, own, status) => {
    expect(statusOf(modality(axes), own)).toBe(status);
  });
});
