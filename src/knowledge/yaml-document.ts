import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from "yaml";
import { nestsTooDeeply } from "./yaml-depth.ts";

/**
 * Parses YAML like the library's `parseDocument`; undefined where it nests too deeply. Lexing is much of the work, so
 * the check of the nesting and the parser share one pass.
 */
export function parseDocument(text: string, lines: LineCounter): Document.Parsed | undefined {
  const lexemes = [...new Lexer().lex(text)];
  if (nestsTooDeeply(lexemes)) return undefined;
  // The library's pretty errors take time that grows with the square of their number.
  const composer = new Composer({ prettyErrors: false, stringKeys: true, logLevel: "error" });
  const [document, another] = composer.compose(tokensOf(lexemes, lines), true, text.length);
  if (another) document?.errors.push(new YAMLParseError([another.range[0], another.range[1]], "MULTIPLE_DOCS", ""));
  return document;
}

/** Feeds lexemes to the parser, which tells the line counter where lines start. */
function* tokensOf(lexemes: readonly string[], lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of lexemes) yield* parser.next(lexeme);
  yield* parser.end();
}
