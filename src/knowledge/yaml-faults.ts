import { type Document, type ErrorCode, isAlias, visit } from "yaml";

/** Faults reported of one file: the first ones cause those that follow. */
const MAX_FAULTS = 10;

/** Invalid YAML, or valid YAML that packs may not use. */
interface Fault {
  /** Where in the text it is. */
  offset: number;
  message: string;
}

/**
 * What is wrong with the YAML of a document, whatever its schema. Aliases, anchors and tags are refused: a pack needs
 * none, nested aliases can expand without bound, and most are plain text for which the author forgot the quotes.
 */
export function syntaxFaults(document: Document.Parsed): Fault[] {
  const faults = document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    message: EXPLANATIONS[code] ?? `is not valid YAML: ${message}`,
  }));
  return [...faults, ...aliasesAndTags(document)].slice(0, MAX_FAULTS);
}

const QUOTE = "put the whole text in quotes";
const NEEDS_QUOTES = `a text starts with *, & or !, which means something in YAML: ${QUOTE}`;

const EXPLANATIONS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: NEEDS_QUOTES,
  BAD_SCALAR_START: `a text starts with a character that means something in YAML: ${QUOTE}`,
  BLOCK_AS_IMPLICIT_KEY: `a text holds a colon, which means something in YAML: ${QUOTE}`,
  DUPLICATE_KEY: "the field stands here a second time",
  MULTIPLE_ANCHORS: NEEDS_QUOTES,
  MULTIPLE_DOCS: "the file goes on after a line of --- or ...",
  MULTIPLE_TAGS: NEEDS_QUOTES,
  NON_STRING_KEY: "the name of a field must be text",
  TAB_AS_INDENT: "a tab indents the line: use spaces",
  UNEXPECTED_TOKEN: `a text goes on where it should have ended: ${QUOTE}`,
};

function aliasesAndTags(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return;
      faults.push({ offset: node.range?.[0] ?? 0, message: NEEDS_QUOTES });
    },
  });
  return faults;
}
