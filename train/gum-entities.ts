/** A mention of GUM (https://wiki.gucorpling.org/gum/entities): a noun phrase or pronoun of any kind. Words are numbered from 0 over the file. */
export interface GumEntity {
  /** Mentions of one document that have one group are of one thing. */
  readonly group: string;
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

/** All mentions in the order in which they close. Their brackets stand in the MISC column: `Entity=(1-person-new-…(2-place-…)` … `Entity=1)`. */
export function entitiesOf(conllu: string): GumEntity[] {
  const found: GumEntity[] = [];
  const open: { id: string; type: string; first: number }[] = [];
  let word = -1;
  for (const line of conllu.split(/\r?\n/)) {
    if (!/^\d+\t/.test(line)) continue;
    word++;
    const brackets = /(?:^|\|)Entity=([^|]*)/.exec(line.slice(line.lastIndexOf("\t") + 1))?.[1] ?? "";
    for (const [, opening, closed, closing] of brackets.matchAll(/\(([^()]+)(\)?)|(\d+)\)/g)) {
      if (opening !== undefined) {
        const [id = "", type = ""] = opening.split("-", 2);
        if (closed === ")") found.push({ group: id, type, first: word, last: word });
        else open.push({ id, type, first: word });
      } else {
        const at = open.findLastIndex(({ id }) => id === closing);
        const [entity] = at < 0 ? [] : open.splice(at, 1);
        if (entity) found.push({ group: entity.id, type: entity.type, first: entity.first, last: word });
      }
    }
  }
  return found;
}
