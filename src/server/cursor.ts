/** Where the next page of a list begins: how many rows were given before it. */
export interface Cursor {
  readonly offset: number;
}

/** A cursor as a client keeps it: opaque, of letters that need no escape in a URL. */
export const writeCursor = ({ offset }: Cursor): string => Buffer.from(`o${offset}`).toString("base64url");

/** The cursor that `writeCursor` wrote; null for anything else. */
export function readCursor(text: string): Cursor | null {
  const [, digits] = /^o([1-9]\d{0,14})$/.exec(Buffer.from(text, "base64url").toString("latin1")) ?? [];
  return digits === undefined ? null : { offset: Number(digits) };
}
