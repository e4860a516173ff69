import { isStopWord } from "../../../src/search/text/analyze.ts";
import { pick, type Random } from "./random.ts";

/** Exponent of Heaps' law, how a vocabulary grows with the text: about the square root for English. */
const VOCABULARY_GROWTH = 0.5;
/** Letters of an invented word. */
const LENGTHS = { least: 4, most: 12 };
const END = "";

/** Words that carry meaning, as often as the pack uses them. */
export interface WordPool {
  /** A word that was used before, the likelier the more often; now and then, one that nobody has used. */
  draw(): string;
}

/** Whether a word of a phrasing carries meaning, and so can be another in another entry. */
export function isContentWord(word: string): boolean {
  return /^[a-z]{2,}$/i.test(word) && !isStopWord(word.toLowerCase());
}

/**
 * A pool that starts from the words of real texts. What is drawn counts as used, so that frequencies keep their shape
 * (Simon, 1955, https://doi.org/10.1093/biomet/42.3-4.425), and new words come in as Heaps' law has it.
 */
export function createWordPool(words: readonly string[], random: Random): WordPool {
  const used = [...words];
  const known = new Set(words);
  const spell = createSpelling([...known], random);
  return {
    draw() {
      const isNew = random() < (VOCABULARY_GROWTH * known.size) / used.length;
      const word = isNew ? spell(known) : pick(used, random);
      used.push(word);
      known.add(word);
      return word;
    },
  };
}

/** Invents words that are not yet known and look like those given: each letter follows from the two before it. */
function createSpelling(words: readonly string[], random: Random): (known: ReadonlySet<string>) => string {
  const following = new Map<string, string[]>();
  for (const word of words) {
    for (let index = 0; index <= word.length; index++) {
      const before = word.slice(Math.max(0, index - 2), index);
      following.set(before, [...(following.get(before) ?? []), word[index] ?? END]);
    }
  }
  const spellOne = (): string => {
    let word = "";
    for (;;) {
      const letter = pick(following.get(word.slice(-2)) ?? [END], random);
      if (letter === END || word.length > LENGTHS.most) return word;
      word += letter;
    }
  };
  return (known) => {
    let word = spellOne();
    while (word.length < LENGTHS.least || word.length > LENGTHS.most || known.has(word)) word = spellOne();
    return word;
  };
}
