import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { Time } from "../../model/index.js";
import { findTimes, readTimes } from "./read.js";
import { shown, storyOf, timesOf } from "./support.js";

/** Rows: text, what is found in it as "words=value". All stories are of Wednesday 3 May 2023 but where a table says otherwise. */
type Row = readonly [text: string, expected: string];
const table = (name: string, rows: readonly Row[], published: string | null = "2023-05-03") =>
  describe(name, () => {
    it.each(rows)("%s", (text, expected) => expect(shown(timesOf(text, published))).toBe(expected));
  });

table("dates that name their year", [
  ["The treaty was signed on Jan. 11, 2022, in Bern.", "Jan. 11, 2022=2022-01-11"],
  ["The treaty was signed on 11 January 2022.", "11 January 2022=2022-01-11"],
  ["The treaty was signed on Tuesday, Jan. 11, 2022.", "Tuesday, Jan. 11, 2022=2022-01-11"],
  ["The treaty of the 24th of May 1948 lapsed.", "the 24th of May 1948=1948-05-24"],
  ["The file is dated 2022-01-11.", "2022-01-11=2022-01-11"],
  ["Logged 2022-01-11T10:42Z by the crew.", "2022-01-11T10:42Z=2022-01-11T10:42Z"],
  ["The form says 25/12/2021.", "25/12/2021=2021-12-25"],
  ["Exports fell in January 2022.", "January 2022=2022-01"],
  ["Exports fell in early March 2022.", "early March 2022=2022-03"],
  ["Exports fell in August of 2012.", "August of 2012=2012-08"],
]);

table("dates without a year take the nearest one, the clause's side first", [
  ["BERN, May 3 (Reuters) - The bank said so.", "May 3=2023-05-03"],
  ["The accord of March 22 has held.", "March 22=2023-03-22"],
  ["The accord agreed on Dec. 20 has held.", "Dec. 20=2022-12-20"],
  ["The law takes effect on Jan. 1.", "Jan. 1=2024-01-01"],
  ["The offer stands until 15 June.", "15 June=2023-06-15"],
  ["A June 3 hearing has been arranged.", "June 3=2023-06-03"],
  ["Delegates meet on 3–5 June in Quito.", "3–5 June=2023-06-03"],
  ["The talks will run from 3 to 5 June.", "3=2023-06-03; 5 June=2023-06-05"],
  ["The talks will run from June 3 to 5.", "June 3=2023-06-03; 5=2023-06-05"],
  ["Nobody was hurt on the 2nd, officials said.", "the 2nd=2023-05-02"],
]);

table("bare weekdays are past or the day itself, unless the clause is about what is to come", [
  ["The mayor resigned on Tuesday.", "Tuesday=2023-05-02"],
  ["The mayor resigned Wednesday.", "Wednesday=2023-05-03"],
  ["The mayor resigned on Thursday.", "Thursday=2023-04-27"],
  ["Monday's vote was close.", "Monday=2023-05-01"],
  ["The mayor will resign on Tuesday.", "Tuesday=2023-05-09"],
  ["The mayor is to resign on Tuesday.", "Tuesday=2023-05-09"],
  ["The mayor is expected to resign Tuesday.", "Tuesday=2023-05-09"],
  ["On Saturday, the mayor will visit the port.", "Saturday=2023-05-06"],
  ["A visit, set for Friday, was put off.", "Friday=2023-05-05"],
  ["Envoys had been due to meet in Bonn on Friday.", "Friday=2023-05-05"],
  ["Okoro said talks in Bonn on Friday would show more.", "Friday=2023-05-05"],
  ["The envoy flies to Bonn on Friday for talks.", "Friday=2023-05-05"],
  ["Okoro said Thursday's vote would go ahead.", "Thursday=2023-05-04"],
  ["Okoro told reporters in Bonn on Tuesday that she will stay.", "Tuesday=2023-05-02"],
  ["Okoro said Tuesday she would not run.", "Tuesday=2023-05-02"],
  ["The workers began to leave on Tuesday.", "Tuesday=2023-05-02"],
  ["By Friday, ten bodies had been found.", "Friday=2023-04-28"],
  ["Crews hope to reach the site by Friday.", "Friday=2023-05-05"],
  ["The drill, which began Monday, ends Friday.", "Monday=2023-05-01; Friday=2023-05-05"],
  ["The bank on Monday passed a rule that will apply from Friday.", "Monday=2023-05-01; Friday=2023-05-05"],
  ["Three boats have been held since Friday.", "Friday=2023-04-28"],
]);

table("conditions and terms are still to come", [
  ["The road closes if the men are not home by Friday.", "Friday=2023-05-05"],
  ["The army will move unless talks begin on Saturday.", "Saturday=2023-05-06"],
  ["A vote will be held in Bonn, the old capital, on Friday, the envoy told reporters.", "Friday=2023-05-05"],
  ["The crew has agreed to stay overnight.", "overnight=2023-05-03TNI"],
  ["The depot burned overnight.", "overnight=2023-05-02TNI"],
]);

table("parts of days, hours and years of account", [
  ["The bridge fell in the early hours of Monday.", "the early hours of Monday=2023-05-01TMO"],
  ["The raid began at dawn on Sunday.", "dawn on Sunday=2023-04-30TMO"],
  ["Power was cut between 8 and 10 p.m.", "8=2023-05-03T20:00; 10 p.m.=2023-05-03T22:00"],
  ["Power was cut between 11 and 1 p.m.", "11=2023-05-03T11:00; 1 p.m.=2023-05-03T13:00"],
  ["Sales fell in FY2022.", "FY2022=FY2022"],
  ["The budget for FY 2022-23 passed.", "FY 2022-23=FY2023"],
  ["It is in the 2023/24 financial year.", "the 2023/24 financial year=FY2024"],
  ["It rained the week before last.", "the week before last=2023-W16"],
  ["They meet again in two weeks' time.", "two weeks' time=2023-05-17"],
]);

table("weekdays with words around them", [
  ["The rally was last Friday.", "last Friday=2023-04-28"],
  ["The council meets next Monday.", "next Monday=2023-05-08"],
  ["A strike is likely next Thursday.", "next Thursday=2023-05-11"],
  ["The fire broke out late Tuesday.", "late Tuesday=2023-05-02"],
  ["He had not replied by Tuesday evening.", "Tuesday evening=2023-05-02TEV"],
  ["She flew in on Friday of last week.", "Friday of last week=2023-04-28"],
  ["The plant shut a week ago Tuesday.", "a week ago Tuesday=2023-04-25"],
  ["They vote on the first Sunday of June 2024.", "the first Sunday of June 2024=2024-06-02"],
  ["It rained between Monday and Wednesday.", "Monday=2023-05-01; Wednesday=2023-05-03"],
]);

table("days near the story", [
  ["The court ruled today.", "today=2023-05-03"],
  ["The court ruled yesterday evening.", "yesterday evening=2023-05-02TEV"],
  ["The court will rule tomorrow.", "tomorrow=2023-05-04"],
  ["They return the day after tomorrow.", "the day after tomorrow=2023-05-05"],
  ["They left the day before yesterday.", "the day before yesterday=2023-05-01"],
  ["A curfew starts tonight.", "tonight=2023-05-03TNI"],
  ["A depot burned last night.", "last night=2023-05-02TNI"],
  ["A depot burned this morning.", "this morning=2023-05-03TMO"],
]);

table("clock times carry their day", [
  ["Jets crossed at 10:42 a.m. local time (0842 GMT).", "10:42 a.m. local time=2023-05-03T10:42; 0842 GMT=2023-05-03T08:42Z"],
  ["The ferry sank at 3 p.m. on Tuesday.", "3 p.m. on Tuesday=2023-05-02T15:00"],
  ["The ferry sank Tuesday at 3 p.m. off Bari.", "Tuesday at 3 p.m.=2023-05-02T15:00"],
  ["On Tuesday the ferry left port at 15:30.", "Tuesday=2023-05-02; 15:30=2023-05-02T15:30"],
  ["The truce began at noon.", "noon=2023-05-03T12:00"],
  ["The truce began Monday at midnight.", "Monday at midnight=2023-05-01T24:00"],
  ["It begins at 6 a.m. (0400 GMT) on Friday.", "6 a.m.=2023-05-05T06:00; 0400 GMT=2023-05-05T04:00Z; Friday=2023-05-05"],
  ["The bell rings at nine o'clock in the evening.", "nine o'clock in the evening=2023-05-03T21:00"],
  ["Updated May 2, 2023 - 9:40 AM", "May 2, 2023 - 9:40 AM=2023-05-02T09:40"],
  ["The ship docked at 1430 UTC+3 sharp.", "1430 UTC+3=2023-05-03T14:30+03:00"],
]);

table("weeks, months, quarters, halves, seasons, years", [
  ["A survey was published last week.", "last week=2023-W17"],
  ["Talks resume next month.", "next month=2023-06"],
  ["The port reopened earlier this year.", "earlier this year=2023"],
  ["Police made arrests over the weekend.", "the weekend=2023-W17-WE"],
  ["Ministers will meet at the weekend.", "the weekend=2023-W18-WE"],
  ["The offer lapses at the end of the month.", "the end of the month=2023-05"],
  ["By year's end it will be over.", "year's end=2023"],
  ["Sales fell in the third quarter of 2022.", "the third quarter of 2022=2022-Q3"],
  ["Fourth-quarter profit fell.", "Fourth-quarter=2022-Q4"],
  ["The first half of 2021 was slow.", "The first half of 2021=2021-H1"],
  ["They were jailed in the fall of 2017.", "the fall of 2017=2017-FA"],
  ["The river was dry last summer.", "last summer=2022-SU"],
  ["Prices rose in January and will fall in July.", "January=2023-01; July=2023-07"],
  ["Snow fell in December.", "December=2022-12"],
  ["The court takes it up again next April.", "next April=2024-04"],
  ["In 2014, rebels took the town.", "2014=2014"],
  ["A 2015 peace deal failed.", "2015=2015"],
  ["Russia's 2014 annexation was condemned.", "2014=2014"],
  ["It lasted from 1998 to 2004.", "1998=1998; 2004=2004"],
  ["The budget for 2024-25 was passed.", "2024-25=2024"],
  ["It was common in the 1990s and the late '80s.", "the 1990s=199; the late '80s=198"],
  ["A round is planned for the week of May 15.", "the week of May 15=2023-W20"],
]);

table("durations", [
  ["More than seven years of war", "More than seven years=P7Y"],
  ["a 48-hour strike", "48-hour=PT48H"],
  ["The state waited 14 months.", "14 months=P14M"],
  ["a six-month renewal", "six-month=P6M"],
  ["The order was extended for another year.", "another year=P1Y"],
  ["Talks lasted half an hour.", "half an hour=PT0.5H"],
  ["Fighting went on for a year and a half.", "a year and a half=P1.5Y"],
  ["He gets between five and seven years.", "five=P5Y; seven years=P7Y"],
  ["It fell in the first five months of the year.", "the first five months of the year=P5M"],
  ["It fell over the past two decades.", "the past two decades=P20Y"],
  ["Three days before the vote, two candidates quit.", "Three days=P3D"],
  ["a decade-long feud and a weeklong truce", "decade-long=P10Y; weeklong=P1W"],
]);

table("dates counted from another", [
  ["He proposed it two weeks ago.", "two weeks ago=2023-04-19"],
  ["He proposed it three months ago.", "three months ago=2023-02"],
  ["He proposed it a year ago.", "a year ago=2022"],
  ["A poll released two days earlier was mixed.", "two days earlier=2023-05-01"],
  ["Teams were stopped on Tuesday, a day after a village was shelled.", "Tuesday=2023-05-02; a day after=2023-05-01"],
  [
    "On 9 March he quit. The next day his deputy took over, and two days later she left.",
    "9 March=2023-03-09; The next day=2023-03-10; two days later=2023-03-12",
  ],
  ["A shell fell on Monday. Two men died the same night.", "Monday=2023-05-01; the same night=2023-05-01TNI"],
  ["The two spoke later in the day.", "the day=2023-05-03"],
  ["There were 37 in January against 61 in the same month last year.", "January=2023-01; the same month last year=2022-01"],
]);

table("references without a place on the calendar, sets and yearly dates", [
  ["Grain is now waiting.", "now=PRESENT_REF"],
  ["Vietnam refused in the past, he said.", "the past=PAST_REF"],
  ["They protest every Tuesday.", "every Tuesday=XXXX-WXX-2"],
  ["It is marked every May 15.", "every May 15=XXXX-05-15"],
  ["It is marked each year on 15 May.", "each year on 15 May=XXXX-05-15"],
]);

table("what is no time, or none that the record lists", [
  ["The talks resumed recently and end soon.", ""],
  ["It will be settled within hours, not in months.", ""],
  ["The port is open day and night.", ""],
  ["Output is 300,000 barrels a day, or 2 million a week.", ""],
  ["The 24-year-old pilot was 45 years old at heart.", ""],
  ["Resolution 2491 (2018) was adopted.", ""],
  ["Law No. 2012 and Flight 2014 are names.", ""],
  ["Some 2000 people and 1999 soldiers marched.", ""],
  ["The price was $2014, or 1990 euros.", ""],
  ["He told the Sunday Times about Black Friday.", ""],
  ["May said that Mrs May may march in step.", ""],
  ["It was the second minute of silence.", ""],
  ["A quarter of the seats and three quarters of the votes", ""],
  ["The minister found his spine the week after the mill laid off workers.", ""],
  ["The form says 03/04/2021.", "03/04/2021=?"],
  ["Prices fall and hopes spring eternal.", ""],
  ["The score was 2:10, then 14.30.", ""],
  ["On 30 February or June 31 nothing happens.", "30 February=?; June 31=?"],
]);

table(
  "where the story has no date, what names its own is resolved and the rest says why",
  [
    ["It opened on 5 June 2019 and closed on Tuesday.", "5 June 2019=2019-06-05; Tuesday=?"],
    ["It closed last month, on May 5, after 14 months.", "last month=?; May 5=?; 14 months=P14M"],
    ["It closed at 3 p.m. on 5 June 2019. The next day it opened.", "3 p.m. on 5 June 2019=2019-06-05T15:00; The next day=2019-06-06"],
  ],
  null,
);

table(
  "where only the month of the story is known, days are not made up",
  [["It closed last month, on Tuesday, in 2020.", "last month=2021-01; Tuesday=?; 2020=2020"]],
  "2021-02",
);

describe("readTimes", () => {
  it("says how exact a value is and which rule gave it", () => {
    const [march, years] = timesOf("Talks began in early March 2022 and took about seven years.", "2023-05-03");
    expect(march).toMatchObject({ type: "DATE", precision: "month", mod: "START", rule: "times/month-year", unresolved: null });
    expect(years).toMatchObject({ type: "DURATION", precision: null, mod: "APPROX", rule: "times/duration" });
  });

  it("gives the reason where there is no value", () => {
    expect(timesOf("It closed on Tuesday.", null)[0]).toMatchObject({
      value: null,
      unresolved: "the story's publication date is not known",
    });
  });

  it("reads datelines and timestamps, and nothing of teasers and copyright lines", () => {
    const text = "May 2, 2023 - 9:40 AM\nBERN, May 3 (AP) — It rained.\nRead more: Rain in April\n© 2023";
    const line = (part: string, type: "timestamp" | "paragraph" | "dateline" | "teaser" | "copyright") => ({
      type,
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    });
    const story = storyOf(text, "2023-05-03", [
      line("May 2, 2023 - 9:40 AM", "timestamp"),
      line("BERN, May 3 (AP) — It rained.", "paragraph"),
      line("BERN, May 3 (AP) — ", "dateline"),
      line("Read more: Rain in April", "teaser"),
      line("© 2023", "copyright"),
    ]);
    expect(shown(readTimes({ story, doc: null, lexicon }))).toBe("May 2, 2023 - 9:40 AM=2023-05-02T09:40; May 3=2023-05-03");
  });

  it("keeps what it skips apart, with the reason", () => {
    const found = findTimes({ story: storyOf("Recently the 24-year-old earned $5 a day.", "2023-05-03"), doc: null, lexicon });
    expect(found.map(({ skip }) => skip)).toEqual(["vague", "age", "rate"]);
  });
});

const lexicon = loadLexicon();
const WORDS = [
  "Tuesday",
  "May",
  "5",
  "2014",
  "the",
  "next",
  "day",
  "two",
  "weeks",
  "ago",
  "3 p.m.",
  "GMT",
  "until",
  "will",
  ",",
  ".",
  "\n",
  "Jan.",
  "half",
  "-",
  "year",
  "earlier",
  "–",
  "'90s",
  "of",
  "every",
  "morning",
  "(",
  "same",
];
const newsLike = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));
const dates = fc.constantFrom(null, "2023-05-03", "2024-02-29T23:59", "2021-02", "1999");

describe("laws", () => {
  it("gives valid times that hold the words they name, ascend and do not overlap; the same each time", () => {
    fc.assert(
      fc.property(fc.oneof(newsLike, fc.string({ minLength: 1, unit: "grapheme" })), dates, (text, published) => {
        fc.pre(/\S/.test(text));
        const times = timesOf(text, published);
        let end = 0;
        for (const time of times) {
          Time.parse(time);
          const [quote] = time.anchor;
          expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
          expect(quote.exact).toBe(quote.exact.trim());
          expect(quote.start).toBeGreaterThanOrEqual(end);
          end = quote.end;
        }
        expect(timesOf(text, published)).toEqual(times);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ["sentences", "Okoro said on Tuesday that talks would resume in May, two days later. "],
    ["one long sentence", "on Tuesday two days later the same night "],
    ["digits", "1"],
    ["spaces", " "],
    ["half-built dates", "May 5 "],
    ["half-built numbers", "twenty two and a half "],
  ])("takes time in proportion to the text: %s", (_, unit) => {
    const timed = (length: number): number => {
      const text = `x${unit.repeat(Math.ceil(length / unit.length))}`;
      const start = performance.now();
      timesOf(text, "2023-05-03");
      return performance.now() - start;
    };
    timed(10_000);
    const small = timed(25_000);
    expect(timed(100_000)).toBeLessThan(Math.max(4 * small, 40) * 3);
  });
});
