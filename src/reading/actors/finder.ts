/**
 * Numbers of referents by what they may be found by, the words of their names and their nouns: a text of thousands of people is read in the time that its
 * length takes, not each name held against all before it. What is found is a candidate only; whether it is meant, who asks decides.
 */
export class Finder {
  private readonly lists = new Map<string, number[]>();

  /** Notes that a referent may be found by a key. Of one key the numbers stay ascending, each once. */
  add(key: string, referent: number): void {
    const list = this.lists.get(key);
    if (list === undefined) {
      this.lists.set(key, [referent]);
      return;
    }
    let at = list.length;
    while (at > 0 && list[at - 1] > referent) at--;
    if (list[at - 1] !== referent) list.splice(at, 0, referent);
  }

  /** The highest number under any of the keys that fits; -1 for none. */
  last(keys: readonly string[], fits: (referent: number) => boolean): number {
    let best = -1;
    for (const key of keys) {
      const list = this.lists.get(key) ?? [];
      for (let i = list.length - 1; i >= 0 && list[i] > best; i--) if (fits(list[i])) best = list[i];
    }
    return best;
  }

  /** All numbers under any of the keys, ascending, each once. */
  all(keys: readonly string[]): number[] {
    const found = keys.flatMap((key) => this.lists.get(key) ?? []);
    return keys.length === 1 ? found : [...new Set(found)].sort((a, b) => a - b);
  }

  /** The lowest number under a key; -1 for none. */
  first(key: string): number {
    return this.lists.get(key)?.[0] ?? -1;
  }
}

/** Keys of a finder, each with its kind, so that a noun is not taken for a name. */
export const keys = {
  states: "states",
  state: (country: string): string => `state ${country}`,
  organization: (name: string): string => `organization ${name}`,
  /** A noun that the table of organizations says goes back to one. */
  back: (noun: string): string => `back ${noun}`,
  person: (word: string): string => `person ${word}`,
  office: (noun: string): string => `office ${noun.slice(noun.lastIndexOf(" ") + 1)}`,
  body: (word: string): string => `body ${word}`,
  bodyNoun: (noun: string): string => `noun ${noun.slice(noun.lastIndexOf(" ") + 1)}`,
  group: (nameOrNoun: string): string => `group ${nameOrNoun}`,
};
