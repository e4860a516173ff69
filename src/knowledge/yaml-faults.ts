import { type Document, type ErrorCode, isAlias, visit } from "yaml";

/** Faults that are told of one file: the first ones explain those that follow. */
const MAX_FAULTS = 10;

/** Something that keeps a text from being YAML, or that no file of a pack needs. */
interface Fault {
  /** Where in the text it is. */
  offset: number;
  message: string;
}

/**
 * What is wrong with a document, whatever it is about. Aliases, anchors and tags are refused: a pack needs none, nested
 * aliases can grow without bound, and all of them mostly stand where an author forgot the quotes.
 */
export function syntaxFaults(document: Document.Parsed): Fault[] {
  const faults = document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    message: EXPLANATIONS[code] ?? `is not valid YAML: ${message}`,
  }));
  return [...faults, ...decorations(document)].slice(0, MAX_FAULTS);
}

const QUOTE = "put the whole text in quotes";
const DECORATION = `a text starts with *, & or !, which means something in YAML: ${QUOTE}`;

const EXPLANATIONS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: DECORATION,
  BAD_SCALAR_START: `a text starts with a character that means something in YAML: ${QUOTE}`,
  BLOCK_AS_IMPLICIT_KEY: `a text holds a colon, which means something in YAML: ${QUOTE}`,
  DUPLICATE_KEY: "the field stands here a second time",
  MULTIPLE_ANCHORS: DECORATION,
  MULTIPLE_DOCS: "the file goes on after a line of --- or ...",
  MULTIPLE_TAGS: DECORATION,
  NON_STRING_KEY: "the name of a field must be text",
  TAB_AS_INDENT: "a tab indents the line: use spaces",
  UNEXPECTED_TOKEN: `a text goes on where it should have ended: ${QUOTE}`,
};

function decorations(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return;
      faults.push({ offset: node.range?.[0] ?? 0, message: DECORATION });
    },
  });
  return faults;
}
