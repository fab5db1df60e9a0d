/** A CSV field: text, number or nothing. */
export type CsvValue = string | number | boolean | null;

const LINE_ENDS = /\s*[\r\n\u2028\u2029]+\s*/g;

/**
 * One record of RFC 4180, with its CRLF. A line end inside a field becomes a space (the exact words are in the JSON), so that one row is
 * one line for every tool; fields with commas, quotation marks or outer spaces are quoted.
 */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(field).join(",")}\r\n`;

function field(value: CsvValue): string {
  if (value === null) return "";
  const text = String(value).replace(LINE_ENDS, " ");
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
