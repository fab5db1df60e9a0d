/**
 * GAP (Webster, Recasens, Axelrod, Baldridge 2018): one passage of Wikipedia, one pronoun, two names; is the pronoun the one, the other, neither?
 * Columns are parted by tabs, without quoting; offsets count characters from 0.
 */
export interface GapPassage {
  readonly id: string;
  readonly text: string;
  readonly pronoun: { readonly form: string; readonly offset: number };
  readonly names: readonly { readonly name: string; readonly offset: number; readonly coreferent: boolean }[];
}

/** Reads a file of GAP. Throws a `RangeError` with the line's number for a line whose names do not stand where it says. */
export function readGap(table: string): GapPassage[] {
  const lines = table.split("\n").slice(1);
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    const [id = "", text = "", form = "", offset, a = "", aOffset, aIs, b = "", bOffset, bIs] = line.split("\t");
    const passage = {
      id,
      text,
      pronoun: { form, offset: Number(offset) },
      names: [
        { name: a, offset: Number(aOffset), coreferent: aIs === "TRUE" },
        { name: b, offset: Number(bOffset), coreferent: bIs === "TRUE" },
      ],
    };
    const sound = [{ name: form, offset: Number(offset) }, ...passage.names].every(
      ({ name, offset: at }) => name !== "" && text.startsWith(name, at),
    );
    if (!sound) throw new RangeError(`line ${index + 2}: the pronoun or a name does not stand at its offset`);
    return [passage];
  });
}
