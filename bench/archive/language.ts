import { oneOf, type Random } from "./random.js";

/**
 * Invented content words, so that no corpus is needed, used by rank as Zipf's law has it (the n-th is 1/n as frequent as the first). The first ranks are the
 * function words'.
 */
const FIRST_RANK = 60;
const LAST_RANK = 40_000;
const ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr v w y z".split(" ");
const VOWELS = "a e i o u ai ea oo".split(" ");
const CODAS = ["", "n", "r", "l", "st", "nd", "m", "ck", "t", "rn"];

function wordOfRank(rank: number): string {
  let word = "";
  for (let left = rank + 41; left > 0; ) {
    word += ONSETS[left % ONSETS.length];
    left = Math.floor(left / ONSETS.length);
    word += VOWELS[left % VOWELS.length];
    left = Math.floor(left / VOWELS.length);
    if (left === 0) word += CODAS[rank % CODAS.length];
  }
  return word;
}

export const contentWord = (random: Random): string => wordOfRank(Math.floor(FIRST_RANK * (LAST_RANK / FIRST_RANK) ** random()));

/** A name: any word, the rare as often as the frequent. */
export const nameWord = (random: Random): string => capitalized(wordOfRank(Math.floor(LAST_RANK * random())));

/** Function words of English, the frequent ones more than once. */
const FUNCTION_WORDS = (
  "the the the the the the of of of to to to and and and in in a a that that for is was on with will not be we he it as at by from they this " +
  "have has had would are were an or but no our their all can could must if when who which"
).split(" ");

export const functionWord = (random: Random): string => oneOf(random, FUNCTION_WORDS);

/** Words in a row as prose has them: two in five are function words; `topic` gives half of the others, so that stories on one event share words. */
export function phrase(random: Random, length: number, topic: readonly string[]): readonly string[] {
  return Array.from({ length }, () => {
    if (random() < 0.42) return functionWord(random);
    return random() < 0.5 ? oneOf(random, topic) : contentWord(random);
  });
}

export const capitalized = (word: string): string => word[0].toUpperCase() + word.slice(1);
