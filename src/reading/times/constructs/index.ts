import type { Construct } from "../construct.js";
import { ago } from "./ago.js";
import { dayMonth, monthDay, ordinalDay } from "./calendar-date.js";
import { clockTwelve, clockZoned, hourRange, instant, oClock } from "./clock.js";
import { rangePart } from "./date-range.js";
import { duration, framedUnit, long, lowerEnd, quarterCentury, vagueDuration } from "./duration.js";
import { exception } from "./exception.js";
import { holiday } from "./holiday.js";
import { isoDate, numericDate } from "./iso.js";
import { bareMonth, monthYear } from "./month.js";
import { nearDay, nearPart, secondDay } from "./near-day.js";
import { neighbour, neighbourBehind, offset, sameLastYear } from "./offset.js";
import { hoursOf, partOfDay } from "./part-of-day.js";
import { partOfPeriod, period, periodEnd, secondPeriod, weekend, weekOf } from "./period.js";
import { half, quarter } from "./quarter.js";
import { season } from "./season.js";
import { everyUnit, everyWeekday, everyYear, frequency, perUnit } from "./set.js";
import { ordering, vague } from "./vague.js";
import { nthWeekday, weekday, weeksFromWeekday } from "./weekday.js";
import { century, decade, fiscalYear, shortYear, year } from "./year.js";

/** Every way to write a time that is known. Of two readings of the same words the earlier one here is kept. */
export const CONSTRUCTS: readonly Construct[] = [
  exception,
  isoDate,
  numericDate,
  rangePart,
  monthDay,
  dayMonth,
  ordinalDay,
  monthYear,
  weekOf,
  everyYear,
  everyWeekday,
  everyUnit,
  nthWeekday,
  weeksFromWeekday,
  weekday,
  secondDay,
  nearDay,
  nearPart,
  hourRange,
  clockTwelve,
  clockZoned,
  oClock,
  instant,
  holiday,
  bareMonth,
  quarter,
  half,
  season,
  secondPeriod,
  period,
  weekend,
  partOfPeriod,
  periodEnd,
  sameLastYear,
  hoursOf,
  partOfDay,
  neighbour,
  neighbourBehind,
  ago,
  offset,
  quarterCentury,
  lowerEnd,
  duration,
  framedUnit,
  long,
  decade,
  century,
  shortYear,
  fiscalYear,
  year,
  vagueDuration,
  vague,
  ordering,
  frequency,
  perUnit,
];
