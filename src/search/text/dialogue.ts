import { isStopWord } from "./analyze.ts";
import { POINTING_WORDS, words } from "./english.ts";

/**
 * What the engine knows of how people carry on a conversation in English: they point back, reply, correct themselves, and
 * ask for more.
 */

/** Starts of a turn that carries on from the one before. */
const CONTINUATION = /^(and|but|then|so|also|or|ok|okay|what about|how about|why|why not)\b/;

/** Words that reply without asking anything. */
const REPLY_WORDS = words("yes yeah no one ones good fine done");

/** Says which are meant, in words that mean nothing one by one. */
const PICKING = /^(?:and )?(?:all|both)$|\b(?:all|both|each|any|one|some|none) of (?:them|these|those|it)\b/;

/** Texts that correct what was asked before: “no, I meant the image”, “not the container, the image”. */
const CORRECTION =
  /\bi mean(?:t)?\b|^(?:oops|whoops|sorry|sry)\b|^no(?:pe)?[,.!]|^no (?:not|i|the|my|only|just)\b|^not (?:\w+ ){0,3}?\w+, /i;

/** Words of a correction that stand for nothing in what was asked. */
const CORRECTING_WORDS = words("no not wait only itself instead");

/** Words that ask for more of what was just shown by themselves. */
const MORE_WORDS = words("more further detail details elaborate example examples sample snippet eli5 huh");

/** Words that do so in a question or request: “can you give me the whole file”. */
const REQUESTED_WORDS = words(`
  show give explain simple simpler complete whole full exact code command commands script yaml json
`);

/** Words that go with those. */
const GIVING_WORDS = words("post paste see look write file config steps");

/** Words that make something else of those: “which commands”, “more than one”. */
const OTHER_WORDS = words("which than");

/** Says that more is needed, in words that mean nothing one by one. */
const NOT_UNDERSTOOD = /\bnot (?:really )?(?:understand|get (?:it|that|this))\b/;

/** Whether a word points back to what was said before. */
export function isPointing(word: string): boolean {
  return POINTING_WORDS.has(word);
}

/** Whether a text has words that need what was said before. */
export function pointsBack(tokens: readonly string[]): boolean {
  return tokens.some(isPointing) || CONTINUATION.test(tokens.join(" "));
}

/** Whether words reply, and say nothing else. */
export function isReply(tokens: readonly string[]): boolean {
  return tokens.every((token) => isStopWord(token) || REPLY_WORDS.has(token)) && !PICKING.test(tokens.join(" "));
}

/** Whether a text corrects what was asked before. */
export function isCorrection(text: string): boolean {
  return CORRECTION.test(text.trim());
}

/** Whether a word of a correction says what was meant. */
export function isMeant(word: string): boolean {
  return !isStopWord(word) && !CORRECTING_WORDS.has(word);
}

/**
 * Whether a text asks for more of what was just shown, and for nothing else: “example?”, “show me the full command”, “all
 * of them”.
 * @param asks whether it reads like a question or request
 */
export function asksForMore(tokens: readonly string[], asks: boolean): boolean {
  const isRequest = asks || tokens.includes("please");
  const isAskedFor = (word: string): boolean => MORE_WORDS.has(word) || (isRequest && REQUESTED_WORDS.has(word));
  const isOther = (word: string): boolean =>
    !isStopWord(word) && !isPointing(word) && !isAskedFor(word) && !GIVING_WORDS.has(word) && word !== "not";
  if (tokens.some((word) => OTHER_WORDS.has(word) || isOther(word))) return false;
  const text = tokens.join(" ");
  return tokens.some(isAskedFor) || NOT_UNDERSTOOD.test(text) || PICKING.test(text);
}
