/** "text/html" of "text/HTML; charset=utf-8"; null for none. */
export const essenceOf = (mediaType: string | null | undefined): string | null => mediaType?.split(";")[0].trim().toLowerCase() || null;

/** "utf-8" of "text/html; charset=UTF-8"; null where none is named. */
export const charsetOf = (mediaType: string | null | undefined): string | null =>
  /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? "")?.[1].toLowerCase() ?? null;
