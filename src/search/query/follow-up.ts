import { INTERROGATIVES } from "../../core/question.ts";
import { isStopWord } from "../text/analyze.ts";
import { isMeant, isPointing } from "../text/dialogue.ts";

/** Longer questions say themselves what they are about. */
const MAX_WORDS = 25;
/** Words that are tried in the place of others, and places that are tried. */
const MAX_TRIED = 4;
/** Words of a question that only names what is different from the one before. */
const MAX_REPLACING = 4;
/** Words of a correction; a longer one is a question of its own. */
const MAX_CORRECTING = 9;
/** So is one with these. */
const ASKING = new Set(INTERROGATIVES.split("|"));

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
  return fillers.slice(0, MAX_TRIED).map((word) => tokens.toSpliced(place, 1, word));
}

/**
 * The ways in which a question may be meant that names only what is different from the one before: with its words in the
 * place of one of those. “what about windows”, after “how do I install it on a mac”, may be “how do I install it on a
 * windows”.
 * @param before the words of the question before
 */
export function replacedIn(before: readonly string[], tokens: readonly string[]): string[][] {
  const different = tokens.filter((word) => !isStopWord(word) && !isPointing(word));
  if (before.length > MAX_WORDS || different.length === 0 || different.length > MAX_REPLACING) return [];
  const places = before.flatMap((word, place) => (isStopWord(word) || different.includes(word) ? [] : place));
  return places.slice(-MAX_TRIED).map((place) => before.toSpliced(place, 1, ...different));
}

/**
 * The ways in which a question may be meant that corrects the one before, likeliest first: with what is new in it in the
 * place of what it denies (“not the container, the image”), with what it says in the place of a word that it repeats (“no,
 * the logs of compose”), or else of any but the first, from the last one on.
 * @param before the words of the question before
 */
export function correctedIn(before: readonly string[], tokens: readonly string[]): string[][] {
  const meant = tokens.filter(isMeant);
  const different = meant.filter((word) => !before.includes(word));
  if (different.length === 0 || different.length > MAX_REPLACING) return [];
  if (before.length > MAX_WORDS || tokens.length > MAX_CORRECTING || tokens.some((word) => ASKING.has(word))) return [];
  const inPlacesOf = (places: readonly number[], words: readonly string[]): string[][] =>
    places.slice(0, MAX_TRIED).map((place) => before.toSpliced(place, 1, ...words));
  const places = before.flatMap((word, place) => (isStopWord(word) ? [] : place)).toReversed();
  const repeated = places.filter((place) => meant.includes(before[place] ?? ""));
  if (repeated.length > 0) return inPlacesOf(repeated, tokens.includes("not") ? different : meant);
  // What is to be done comes first, and is hardly corrected without being named.
  return inPlacesOf(places.length > 1 ? places.slice(0, -1) : places, meant);
}

/** A question behind the one before, which it may complete: “for a company”, after “is it free”. */
export function joinedTo(before: readonly string[], tokens: readonly string[]): string[] {
  return [...before.slice(-MAX_WORDS), ...tokens];
}
