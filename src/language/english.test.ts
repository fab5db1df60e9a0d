import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseLanguage } from "./english.js";
import { packagedTables } from "./read-tables.js";

const lexicon = packagedTables();

describe("recogniseLanguage", () => {
  it.each([
    ["Russian", "Министр заявил, что переговоры продолжатся, но это было бы трудно."],
    ["Ukrainian", "Міністр заявив, що переговори триватимуть і їх не зупинять."],
    ["Bulgarian", "Министърът заяви, че преговорите ще продължат."],
    ["Arabic", "قال الوزير إن المحادثات ستستمر"],
    ["Persian", "وزیر گفت که گفتگوها در پاریس ادامه می‌یابد"],
    ["Chinese", "部长表示谈判将继续进行"],
    ["Japanese", "大臣は会談を続けると述べた"],
    ["Korean", "장관은 회담이 계속될 것이라고 말했다"],
    ["Greek", "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν"],
    ["Hebrew", "השר אמר כי השיחות יימשכו"],
    ["Hindi", "मंत्री ने कहा कि वार्ता जारी रहेगी"],
    ["German", "Der Minister sagte, die Gespräche werden nicht vor dem Herbst fortgesetzt."],
    ["French", "Le ministre a dit que les discussions ne seront pas suspendues avec la Norvège."],
    ["Spanish", "El ministro dijo que las conversaciones no se suspenderán por la huelga."],
    ["Polish", "Minister powiedział, że rozmowy nie zostaną przerwane, ale jest to możliwe."],
    ["Turkish", "Bakan, görüşmelerin çok önemli olduğunu ve devam ettiğini söyledi, ancak bu kadar değil."],
    ["Dutch", "De minister zei dat het overleg niet wordt gestaakt en dat hij wel blijft."],
  ])("refuses %s", (language, text) => {
    const found = recogniseLanguage(text, lexicon);
    expect(found).toMatchObject({ english: false, language });
    expect(found.reason).toContain(`the text looks ${language}`);
  });

  it.each([
    "The minister said that the talks would go on.",
    "Minister resigns",
    "Real Madrid beat Paris Saint-Germain 2-1 in El Clasico de la Liga",
    "Van den Berg, de la Cruz and dos Santos named to the court",
    "The party's slogan, “Вперёд”, was painted over, and nobody knew by whom.",
    "I am a member. So am I.",
    "",
    "12:30 – 14:00",
  ])("takes %j", (text) => {
    expect(recogniseLanguage(text, lexicon).english).toBe(true);
  });

  it("says nothing of the language where there is too little to tell", () => {
    expect(recogniseLanguage("Minister resigns", lexicon).language).toBeNull();
    expect(recogniseLanguage("The minister said that the talks would go on.", lexicon).language).toBe("English");
  });

  it("refuses prose of a language that it does not know, without a name for it", () => {
    const invented = "lorto menka pidulo sarrak vento ".repeat(14);
    expect(recogniseLanguage(invented, lexicon)).toMatchObject({ english: false, language: null });
  });

  it("takes any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(recogniseLanguage(text, lexicon).reason).not.toBe("");
      }),
    );
  });
});
