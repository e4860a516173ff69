import { CONTINUATION, POINTING_WORDS } from "./english.ts";
import type { Query } from "./understand.ts";

/** Terms of its own from which on a question stands by itself, even when it starts with “and”. */
const ENOUGH_TERMS = 4;

/** Whether a question seems to need what was said before: it points back, carries on, or says hardly anything. */
export function pointsBack({ tokens, terms, unknown }: Query): boolean {
  const contentTerms = terms.length + unknown.length;
  if (contentTerms >= ENOUGH_TERMS) return false;
  const isPointing = tokens.some((token) => POINTING_WORDS.has(token));
  return isPointing || CONTINUATION.test(tokens.join(" ")) || contentTerms <= 1;
}
