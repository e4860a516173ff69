import type { Unseen } from "./collection.ts";
import { pick, type Random, seededRandom } from "./random.ts";
import { isContentWord } from "./word-pool.ts";

const WORDS = 6;
/** Words that get a typo: in shorter ones, nobody can tell what was meant. */
const MISTYPED = /^[a-z]{5,}$/i;
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];

/** A question, and the entry that it was worded for. */
export interface AskedOnce {
  text: string;
  entry: string;
}

/**
 * Questions of at most six words with one typo, from phrasings that no entry holds. No misspelling comes twice, so that nothing
 * that was remembered from one question helps with the next. The same in every run.
 */
export function* misspeltQuestions(unseen: readonly Unseen[], seed: number): Generator<AskedOnce, never> {
  const random = seededRandom(seed);
  const misspelt = new Set<string>();
  for (;;) {
    const { entry, text } = pick(unseen, random);
    const words = shortened(text.split(/\s+/));
    const long = words.flatMap((word, position) => (MISTYPED.test(word) ? [position] : []));
    if (long.length === 0) continue;
    const position = pick(long, random);
    const typo = misspell(words[position] ?? "", random);
    if (misspelt.has(typo) || words.includes(typo)) continue;
    misspelt.add(typo);
    yield { text: words.with(position, typo).join(" "), entry };
  }
}

/** The words that a question can least do without, in order. */
function shortened(words: readonly string[]): string[] {
  const kept = new Set([...words.filter(isContentWord), ...words].slice(0, WORDS));
  return words.filter((word) => kept.has(word)).slice(0, WORDS);
}

/** One letter lost, doubled by another, replaced, or swapped with its neighbour; the first letter stays. */
function misspell(word: string, random: Random): string {
  const position = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, position), word[position] ?? "", word.slice(position + 1)];
  const other = pick(ALPHABET, random);
  return pick(
    [
      before + after,
      before + letter + other + after,
      before + other + after,
      before + (after[0] ?? "") + letter + after.slice(1),
    ],
    random,
  );
}
