import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from "yaml";
import { nestsTooDeeply } from "./yaml-depth.ts";

/**
 * Parses YAML, as the library's `parseDocument` would; gives undefined where it nests too deeply to be parsed. To find the
 * lexemes is much of the work, so both the check of the nesting and the parser go by those that are found once.
 */
export function parseDocument(text: string, lines: LineCounter): Document.Parsed | undefined {
  const lexemes = [...new Lexer().lex(text)];
  if (nestsTooDeeply(lexemes)) return undefined;
  // The library's own pretty errors would take a time that grows with the square of their number.
  const composer = new Composer({ prettyErrors: false, stringKeys: true, logLevel: "error" });
  const [document, another] = composer.compose(tokensOf(lexemes, lines), true, text.length);
  if (another) document?.errors.push(new YAMLParseError([another.range[0], another.range[1]], "MULTIPLE_DOCS", ""));
  return document;
}

/** The parser's tokens; the line counter hears of every line. */
function* tokensOf(lexemes: readonly string[], lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of lexemes) yield* parser.next(lexeme);
  yield* parser.end();
}
