import { decadeValue } from "../calendar.js";
import { type Construct, GAP } from "../construct.js";
import { atYear, resolved, SURE } from "../resolution.js";
import { partMod } from "../vocabulary.js";

/** Prepositions and conjunctions behind which four digits are a year, and those behind which they may count something as well. */
const STRONG = /(?:^|[\s(—–-])(?:in|since|until|till|during|before|after|early|late|mid|pre|post|circa|back in|as of|fiscal|year)[\s-]+$/i;
const WEAK = /(?:^|[\s(—–-])(?:by|from|to|through|of|between|for|around|and|or|than|with|on)\s+$/i;
/** "the 2015 deal", "a landmark 2015 deal", "Russia's 2014 annexation": between a determiner and a noun. */
const DETERMINED =
  /(?:^|[\s(“"'‘—–-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]his|[Tt]hat|\p{L}+['’]s?)\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}$/u;
/** Nouns that are counted by the thousand: "2000 people" is no year, wherever it stands. */
const COUNTED =
  /^[\s-]+(?:people|troops|men|women|children|police|soldiers|civilians|dead|wounded|injured|percent|per|km|kilometers|kilometres|meters|metres|miles|feet|tons|tonnes|dollars|euros|pounds|yen|rubles|roubles|yuan|barrels|hours|days|weeks|months|years|square|votes|times|hectares|acres|jobs|homes|houses|members|workers|migrants|refugees|protesters|prisoners|species|pages|words)\b/i;
const PLURAL = /^\s+\p{Ll}{3,}s\b(?<!\b(?:was|has|is|as|its|his|this|elections|talks|games|ess|us))/u;

/** "in 2014", "early 2009", "mid-2011", "a 2015 peace deal", "between 2014 and 2016", "2014-15". Not every number of four digits. */
export const year: Construct = {
  name: "year",
  needs: () => "\\d{4}",
  pattern: () =>
    `(?:(?<edge>early|mid|late|(?:the${GAP})?(?:very${GAP})?(?:beginning|start|middle|end|close)${GAP}of)(?:${GAP}|-))?(?<fiscal>(?:fiscal|financial)${GAP}(?:year${GAP})?)?` +
    `(?<year>1[5-9]\\d\\d|20\\d\\d)(?:[-–/](?<last>(?:1[5-9]|20)?\\d\\d)(?![\\d-]))?(?![.,:]\\d|%|°|-\\d)`,
  read: ({ groups, before, after }) => {
    const { edge, fiscal, last } = groups;
    const value = Number(groups.year);
    if (last !== undefined && !follows(value, last)) return null;
    if (
      /[\p{Sc}#№]\s?$/u.test(before) ||
      /\b(?:No|Nos|Resolution|resolution|Res|Article|Section|Rule|Law|Act|Decree|Route|Highway|Flight)\.?\s$/u.test(before)
    )
      return null;
    if (COUNTED.test(after) || (/^['’]?\p{L}/u.test(after) && !/^['’]s\b/.test(after))) return null;
    if (/^\s+(?:GMT|UTC|hours|local time)\b/.test(after)) return null;
    if (edge === undefined && fiscal === undefined && !isYear(before, after, last !== undefined)) return null;
    return {
      type: "DATE",
      mod: partMod(edge?.replace(/^the\s+|very\s+/gi, "")),
      resolve: () => (fiscal === undefined ? atYear(value) : resolved(`FY${value}`, "year", SURE, { year: value, month: null, day: null })),
    };
  },
};

/**
 * "FY2023", "FY 2022-23", "the 2023/24 financial year": named by the year that it ends in, as TIMEX3 and most states count; one that spells two years
 * by its last.
 */
export const fiscalYear: Construct = {
  name: "fiscal-year",
  needs: () => "FY|f(?:iscal|inancial)",
  pattern: () =>
    `(?:FY${GAP}?(?<year>20\\d\\d|19\\d\\d|\\d\\d)(?:[-–/](?<last>(?:20|19)?\\d\\d))?|(?:the${GAP})?(?<year2>(?:19|20)\\d\\d)[-–/](?<last2>(?:19|20)?\\d\\d)${GAP}(?:fiscal|financial)${GAP}year)`,
  read: ({ groups, text }) => {
    if (groups.year !== undefined && !/^FY/.test(text)) return null;
    const first = Number(groups.year ?? groups.year2);
    const full = first < 100 ? 2000 + first : first;
    const last = groups.last ?? groups.last2;
    if (last !== undefined && !follows(full, last)) return null;
    const year = last === undefined ? full : last.length === 4 ? Number(last) : Math.floor(full / 100) * 100 + Number(last);
    return { type: "DATE", resolve: () => resolved(`FY${year}`, "year", SURE, { year, month: null, day: null }) };
  },
};

/** "2014-15" and "2014-2018" go up; "2015-03" is no range of years. */
const follows = (first: number, last: string): boolean => {
  const second = last.length === 4 ? Number(last) : Math.floor(first / 100) * 100 + Number(last);
  return second > first && second - first < 200;
};

function isYear(before: string, after: string, range: boolean): boolean {
  if (/\b(?:more|less|fewer|rather|other)\s+than\s+$/i.test(before)) return false;
  // Sentence-initial "In 2014 rebels seized …" has its noun without a comma in some house styles; elsewhere a plural is counted.
  if (STRONG.test(before)) return !(PLURAL.test(after) && !/(?:^|[.!?”"]\s+)(?:In|Since|By|During|Before|After)\s+$/.test(before));
  if (WEAK.test(before)) return !PLURAL.test(after);
  if (DETERMINED.test(before)) return /^[\s-]+\p{L}/u.test(after) && !/^\s+(?:and|or|was|is|has|to|in|of)\b/.test(after);
  return range && /(?:^|[\s(])$/.test(before) && /(?:\bthe|[(,;])\s*$/i.test(before);
}

/** "the 1990s", "the late '80s", "the 70s": the first three digits of the year. Two digits are of the last century, where news means ages else. */
export const decade: Construct = {
  name: "decade",
  needs: () => "\\d0['’]?s",
  pattern: () => `(?:the${GAP})?(?:(?<edge>early|mid|late)(?:${GAP}|-))?(?:(?<full>1[5-9]\\d|20\\d)0['’]?s|['’]?(?<short>[2-9])0s)`,
  read: ({ groups, text, before }) => {
    const { full, short } = groups;
    // "in his 70s" is an age, "temperatures in the 70s" is weather: only "the '70s", "the 70s" and the like.
    if (
      full === undefined &&
      ((!/^the\b/i.test(text) && !/\d0s (?:and|or|to) $/.test(before)) ||
        /\b(?:temperatures?|highs|lows|men|women|aged|people) (?:in|into)?\s*$/i.test(before))
    )
      return null;
    const year = full === undefined ? 1900 + Number(short) * 10 : Number(full) * 10;
    return {
      type: "DATE",
      mod: partMod(groups.edge),
      resolve: () => resolved(decadeValue(year), "decade", full === undefined ? 0.7 : SURE),
    };
  },
};

/** "since '82", "the class of '09": a year of two digits, in the hundred years that end ten years from now. */
export const shortYear: Construct = {
  name: "short-year",
  needs: () => "['’]\\d\\d",
  pattern: () => "['’](?<year>\\d\\d)",
  read: ({ groups, before }) => {
    if (!/\b(?:since|in|of|from|until|by|before|after|summer|winter|spring|fall|late|early)\s+$/i.test(before)) return null;
    return {
      type: "DATE",
      resolve: ({ published }) => {
        const latest = (published?.year ?? 2030) + 10;
        const year = Number(groups.year) + Math.floor(latest / 100) * 100;
        return atYear(year > latest ? year - 100 : year, 0.7);
      },
    };
  },
};

/** "the 19th century", "the twentieth century": the first two digits of its years. */
export const century: Construct = {
  name: "century",
  needs: () => "century",
  pattern: () =>
    `(?:the${GAP})?(?:(?<edge>early|mid|late)(?:${GAP}|-))?(?<number>1\\d|2[0-2]|[5-9])th(?:${GAP}|-)century|(?:the${GAP})?21st(?:${GAP}|-)century`,
  read: ({ groups }) => {
    const number = Number(groups.number ?? 21);
    return { type: "DATE", mod: partMod(groups.edge), resolve: () => resolved(String(number - 1).padStart(2, "0"), "vague") };
  },
};
