import { CST } from "yaml";

/** More than a file of a pack needs, and far less than would exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * Whether the lexemes of a YAML text nest too deeply to be parsed. The parser is recursive, so that a file of nothing
 * but brackets could exhaust the stack and end the process; this loop cannot.
 */
export function nestsTooDeeply(lexemes: readonly string[]): boolean {
  let brackets = 0;
  /** Levels opened without a bracket: on this line or, inside of brackets, since the last comma. */
  let others = 0;
  for (const { type, levels } of tokensOf(lexemes)) {
    brackets = Math.max(0, brackets + (BRACKETS.get(type) ?? 0));
    if (type === (brackets > 0 ? "comma" : "newline")) others = 0;
    others += levels;
    if (brackets + others > MAX_DEPTH) return true;
  }
  return false;
}

/** The token type of each lexeme, and how many levels it can open without a bracket. */
function* tokensOf(lexemes: readonly string[]): Generator<{ type: TokenType; levels: number }> {
  let previous: TokenType = "newline";
  for (const lexeme of lexemes) {
    // The lexeme after a scalar marker is the text of the scalar, whatever it looks like.
    const type: TokenType = previous === "scalar" ? null : CST.tokenType(lexeme);
    const indentation = type === "space" && previous === "newline" ? lexeme.length : 0;
    yield { type, levels: INDICATORS.has(type) ? 1 : indentation };
    previous = type;
  }
}

type TokenType = CST.TokenType | null;

/** What a token changes about the number of open brackets. */
const BRACKETS = new Map<TokenType, number>([
  ["flow-seq-start", 1],
  ["flow-map-start", 1],
  ["flow-seq-end", -1],
  ["flow-map-end", -1],
]);

/** Tokens that can open a level without a bracket, as each space of indentation can. */
const INDICATORS = new Set<TokenType>(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);
