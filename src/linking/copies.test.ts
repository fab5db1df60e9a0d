import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, bodyOf, copyOf, familiesOf, familyId, type Kinship, sketchOf } from "./copies.js";

const PARAGRAPHS = [
  "The harbour of Lunda was closed on Monday after two ferries collided in thick fog near the northern breakwater.",
  "Harbour minister Ana Lund said eleven passengers were taken to hospital and all ships would wait until the wind turned.",
  "The port union demanded an inquiry into the radar station, which it said had been without a second operator since January.",
  "Velmar offered a tug and three divers, an offer that the coast guard accepted before noon.",
  "The same breakwater was hit by a grain ship four years ago, when nobody was hurt and the master lost his licence.",
];
/** Another reporter on the same event, who quotes the minister too. */
const OTHER = [
  "Fog shut Lunda's port on Monday when a pair of passenger boats struck each other outside its gates.",
  "Harbour minister Ana Lund said eleven passengers were taken to hospital and all ships would wait until the wind turned.",
  "Rescuers from a neighbouring country were on their way, according to officials who asked not to be named.",
  "Sailors' representatives have long complained about a lack of staff watching the approaches.",
];

const SPEECH = [
  "“We will wait until the wind turns, and then we will count our ships,” Ana Lund said.",
  "“Nobody who sails in such a fog can blame a radar station for what happens next,” Ana Lund said.",
  "“The union knows where my door is, and it has not knocked since the winter,” Ana Lund said.",
];

const story = (...paragraphs: string[]) => {
  const text = paragraphs.join("\n");
  return { text, regions: [] };
};
const body = (...paragraphs: string[]): Body => bodyOf(story(...paragraphs));

describe("copyOf", () => {
  it.each([
    ["copy", PARAGRAPHS, ["Ferries collide", ...PARAGRAPHS]],
    ["shortened", PARAGRAPHS, PARAGRAPHS.slice(0, 3)],
    ["shortened", PARAGRAPHS, PARAGRAPHS.slice(1, 2)],
    ["extended", PARAGRAPHS.slice(0, 3), PARAGRAPHS],
    ["rewritten", PARAGRAPHS, [OTHER[0], ...PARAGRAPHS.slice(1, 4), OTHER[2]]],
  ])("%s", (copying, earlier, later) => {
    expect(copyOf(body(...earlier), body(...later))?.copying).toBe(copying);
  });

  it.each([
    ["another reporter's story that quotes the same words", PARAGRAPHS, OTHER],
    ["a digest that holds the story among others", PARAGRAPHS.slice(3, 4), [...PARAGRAPHS, ...OTHER]],
    ["an empty story", [""], PARAGRAPHS],
    [
      "a short story that has all its quotations from one speech",
      [OTHER[0], ...SPEECH, "The minister spoke for ten minutes in the old town hall before the union leaders left it."],
      ["A speech upset harbour workers, who walked out of a hall where they had waited since dawn.", ...SPEECH.slice(0, 2)],
    ],
    [
      "two flashes that share most of their few words",
      ["Ferries collide off Lunda, eleven hurt"],
      ["Ferries collide off Lunda, captain held"],
    ],
  ])("does not take %s for a copy", (_, earlier, later) => {
    expect(copyOf(body(...earlier), body(...later))).toBeNull();
  });

  it("leaves out what is the outlet's, not the reporter's", () => {
    const [text, contact] = [PARAGRAPHS[0], "Reporting by Jon Ode in Lunda, editing by Mia Berg"];
    const regions = [
      { type: "paragraph", start: 0, end: text.length },
      { type: "contributors", start: text.length + 1, end: text.length + 1 + contact.length },
    ] as const;
    expect(bodyOf({ text: `${text}\n${contact}`, regions })).toEqual(bodyOf(story(text)));
  });

  const numbers = fc.uniqueArray(fc.nat(40), { maxLength: 30 });
  const anyBody = fc.tuple(numbers, fc.nat(30)).map(([all, prose]): Body => ({ all, prose: all.slice(0, prose) }));

  it("is the same both ways round, but for the words", () => {
    fc.assert(
      fc.property(anyBody, anyBody, (a, b) => {
        const [one, other] = [copyOf(a, b), copyOf(b, a)];
        expect(one === null).toBe(other === null);
        expect(one?.confidence).toBe(other?.confidence);
        expect([one?.earlier, one?.later]).toEqual([other?.later, other?.earlier]);
      }),
    );
  });
});

describe("sketchOf", () => {
  it("of a part holds what it still has of the whole's", () => {
    const whole = sketchOf(body(...PARAGRAPHS).all);
    const part = body(...PARAGRAPHS.slice(0, 2)).all;
    expect(whole).toHaveLength(24);
    const kept = whole.filter((shingle) => part.includes(shingle));
    expect(kept.length).toBeGreaterThan(4);
    expect(sketchOf(part)).toEqual(expect.arrayContaining(kept));
  });
});

describe("familiesOf", () => {
  const member = (name: string, dated = "") => ({ story: name, dated });
  const tie = (one: string, other: string, reason = "copy of", confidence = 0.9): Kinship => ({ one, other, reason, confidence });

  it("joins stories through others, tells each by its surest tie to an earlier one, and names the family after the first", () => {
    const stories = [member("a"), member("b", "2026-03-02"), member("c", "2026-03-01"), member("d", "2026-03-03"), member("lone")];
    const ties = [
      tie("a", "b", "copy of", 1),
      tie("b", "c", "extended from", 0.7),
      tie("d", "b", "same guid as", 1),
      tie("d", "c", "copy of", 0.6),
    ];
    expect(familiesOf(stories, ties)).toEqual([
      {
        id: familyId("c"),
        first: "c",
        members: [
          { story: "c", reason: "first", confidence: 0.7 },
          { story: "b", reason: "extended from c", confidence: 0.7 },
          { story: "d", reason: "same guid as b", confidence: 1 },
          { story: "a", reason: "copy of b", confidence: 1 },
        ],
      },
    ]);
  });

  it("hangs on nothing but stories and ties", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const ties = fc.array(
      fc.tuple(name, name).filter(([a, b]) => a !== b),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(ties, fc.func(fc.integer()), (pairs, order) => {
        const stories = [..."abcdef"].map((id, i) => member(id, `2026-03-0${(i % 3) + 1}`));
        const list = pairs.map(([a, b]) => tie(a, b));
        const shuffled = familiesOf(
          stories.toSorted((a, b) => order(a.story) - order(b.story)),
          list
            .toSorted((a, b) => order(a.one + a.other) - order(b.one + b.other))
            .map(({ one, other, ...rest }) => ({ ...rest, one: other, other: one })),
        );
        expect(shuffled).toEqual(familiesOf(stories, list));
        const members = shuffled.flatMap((family) => family.members.map(({ story: id }) => id));
        expect(new Set(members).size).toBe(members.length);
        for (const [a, b] of pairs)
          expect(shuffled.some((family) => [a, b].every((id) => family.members.some((m) => m.story === id)))).toBe(true);
      }),
    );
  });
});
