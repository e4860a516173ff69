import { CST } from "yaml";

/** Deeper than any file of a pack nests, and a small part of what would exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * Whether a YAML text, in its lexemes, nests more deeply than a pack needs. The parser calls itself for every level, so
 * that a file of nothing but brackets could end the process; reading one lexeme after the other cannot.
 */
export function nestsTooDeeply(lexemes: readonly string[]): boolean {
  let brackets = 0;
  /** Levels without brackets: outside of brackets on a line, inside of them between two commas. */
  let others = 0;
  for (const { type, levels } of tokensOf(lexemes)) {
    brackets = Math.max(0, brackets + (BRACKETS.get(type) ?? 0));
    if (type === (brackets > 0 ? "comma" : "newline")) others = 0;
    others += levels;
    if (brackets + others > MAX_DEPTH) return true;
  }
  return false;
}

/** The token of each lexeme, and how many levels without brackets each one can open. */
function* tokensOf(lexemes: readonly string[]): Generator<{ type: TokenType; levels: number }> {
  let previous: TokenType = "newline";
  for (const lexeme of lexemes) {
    // What follows this type is the text of a scalar, whatever it looks like.
    const type: TokenType = previous === "scalar" ? null : CST.tokenType(lexeme);
    const indentation = type === "space" && previous === "newline" ? lexeme.length : 0;
    yield { type, levels: INDICATORS.has(type) ? 1 : indentation };
    previous = type;
  }
}

type TokenType = CST.TokenType | null;

/** What a lexeme does to the number of open brackets. */
const BRACKETS = new Map<TokenType, number>([
  ["flow-seq-start", 1],
  ["flow-map-start", 1],
  ["flow-seq-end", -1],
  ["flow-map-end", -1],
]);

/** What can open a level of its own; so can every space at the start of a line. */
const INDICATORS = new Set<TokenType>(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);
