/** An http(s) address in its normal form; null for anything else, so that no "javascript:" or path of a disk is ever stored or shown. */
export function webAddress(address: string | null | undefined, base?: string | null): string | null {
  if (!address || !URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
