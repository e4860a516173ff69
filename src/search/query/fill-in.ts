import { isStopWord } from "../text/analyze.ts";
import { isPointing } from "../text/english.ts";

/** Longer questions say themselves what they are about. */
const MAX_WORDS = 25;
/** Words of what was shown that are tried. */
const MAX_FILLERS = 8;

/**
 * The ways in which a question may be meant that leaves out what it is about: with a word of what was just shown in the
 * place of its first word that points back, or at its end. “how do I stop it”, after containers, may be “how do I stop
 * container”.
 * @param shown the words of what was just shown
 */
export function filledIn(tokens: readonly string[], shown: readonly string[]): string[][] {
  if (tokens.length > MAX_WORDS) return [];
  const pointing = tokens.findIndex(isPointing);
  const place = pointing < 0 ? tokens.length : pointing;
  const fillers = [...new Set(shown)].filter((word) => !isStopWord(word) && !tokens.includes(word));
  return fillers.slice(0, MAX_FILLERS).map((word) => tokens.toSpliced(place, 1, word));
}
