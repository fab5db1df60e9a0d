import { readFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";

/** Options and their readings that several commands share. */

const DEFAULT_ARCHIVE = "./onrecord.db";

export interface ArchiveOption {
  readonly archive?: string;
}

export const archiveOption = (): Option =>
  new Option("--archive <path>", `the archive (default: $ONRECORD_ARCHIVE, else ${DEFAULT_ARCHIVE})`);

/** The archive's path: the option, else the environment, else the file in the current folder. */
export const archivePath = ({ archive }: ArchiveOption, env: NodeJS.ProcessEnv = process.env): string =>
  archive || env.ONRECORD_ARCHIVE || DEFAULT_ARCHIVE;

export const lexiconOption = (): Option =>
  new Option("--lexicon <folder>", "lay a folder of your own tables over the built-in lexicon; may be given again").argParser(
    (folder: string, before: readonly string[] = []) => [...before, folder],
  );

export const publishedOption = (): Option =>
  new Option("--published <date>", "when the stories were published, such as 2027-03-08; goes before what they say themselves").argParser(
    isoDate,
  );

export const limitOption = (): Option => new Option("--limit <n>", "at most so many").argParser(wholeNumber);

/** A whole number from 1. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(text);
}

const ISO_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date of the calendar, as long or short as wanted: "2027", "2027-03", "2027-03-08", "2027-03-08T16:30". */
export function isoDate(text: string): string {
  const [whole, year, month = "01", day = "01", hour = "00", minute = "00"] = ISO_DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const inCalendar = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (whole === undefined || !inCalendar || Number(hour) > 23 || Number(minute) > 59) {
    throw new InvalidArgumentError("It must be a date such as 2027, 2027-03, 2027-03-08 or 2027-03-08T16:30.");
  }
  return whole;
}

export const filesFromOption = (): Option =>
  new Option("--files-from <file>", "read also the files and folders that this file names, one a line; - for standard input");

/**
 * What is looked into: files, folders or "-", those on the command line first, then those that a file lists (a path a line, empty lines
 * left out). With nothing named, what is piped in.
 */
export function namedInputs(paths: readonly string[], filesFrom?: string): readonly string[] {
  if (filesFrom !== undefined) {
    const listed = readFileSync(filesFrom === "-" ? 0 : filesFrom, "utf8").split(/\r?\n/);
    return [...paths, ...listed.filter((line) => line !== "")];
  }
  if (paths.length > 0) return paths;
  return process.stdin.isTTY ? [] : ["-"];
}
