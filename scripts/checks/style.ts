import type { Code, Nodes } from "mdast";
import { lineAt, parseBody, visit } from "../../src/knowledge/body.ts";
import { isAllowed } from "../../src/knowledge/body-node.ts";
import { type SourcedEntry, splitEntryFile } from "../../src/knowledge/entry-file.ts";
import type { SourcedPack } from "../../src/knowledge/pack-folder.ts";
import type { Problem } from "../../src/knowledge/problem.ts";
import { ENOUGH_QUESTIONS } from "../../src/knowledge/schema.ts";
import { readSource } from "../../src/knowledge/source-file.ts";

/** Words of prose in a body. */
const MOST_WORDS = 90;
/** Words in one sentence of a body. */
const LONGEST_SENTENCE = 35;
/** Words that make an answer sound like marketing, or its reader feel slow. */
const UNWELCOME =
  /\b(simply|just|easy|easily|obviously|of course|basically|powerful|seamless(?:ly)?|leverage|blazing|effortless(?:ly)?)\b/gi;

/**
 * What a reviewer would ask the author of an entry to write in another way. The bot answers from such an entry all the
 * same: a long sentence must not keep it from starting. Entries with other problems are looked at too.
 */
export function styleProblems({ entries, entryFiles }: SourcedPack): Problem[] {
  return [...entries.flatMap(phrasingProblems), ...entryFiles.flatMap(bodyProblems)];
}

function phrasingProblems({ entry: { questions }, at }: SourcedEntry): Problem[] {
  if (questions.length >= ENOUGH_QUESTIONS) return [];
  return [{ ...at("questions"), message: `has ${questions.length} phrasings, fewer than ${ENOUGH_QUESTIONS}` }];
}

function bodyProblems(file: string): Problem[] {
  // What keeps a file from being read at all is told where the knowledge is read.
  const source = readSource(file, []);
  const parts = source && splitEntryFile(source, []);
  const root = parts && parseBody(parts.body);
  if (!root) return [];
  const faults = proseFaults(proseOf(root, undefined));
  visit(root, undefined, (node) => faults.push(...nodeFaults(node)));
  return faults.map(({ line, message }) => ({ file, line: parts.bodyLine + line - 1, field: "body", message }));
}

/** What could be better, and on which line of the body. */
interface Fault {
  line: number;
  message: string;
}

function proseFaults(prose: string): Fault[] {
  const words = wordsIn(prose);
  const faults = words > MOST_WORDS ? [`has ${words} words of prose, more than ${MOST_WORDS}`] : [];
  for (const sentence of prose.split(/(?<=[.!?:])\s+/)) {
    const length = wordsIn(sentence);
    if (length <= LONGEST_SENTENCE) continue;
    const start = sentence.slice(0, 40).trimEnd();
    faults.push(`has a sentence of ${length} words, more than ${LONGEST_SENTENCE}: “${start}…”`);
  }
  return faults.map((message) => ({ line: 1, message }));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function nodeFaults(node: Nodes): Fault[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === "code") return codeFaults(node).map((message) => ({ line, message }));
  if (node.type !== "text") return [];
  return [...node.value.matchAll(UNWELCOME)].map(({ 0: word, index }) => ({
    line: line + lineAt(node.value, index) - 1,
    message: `says “${word}”: see Voice in CONTRIBUTING.md`,
  }));
}

function codeFaults({ lang }: Code): string[] {
  if (!lang) return ["has a code block without a language"];
  return lang === "console" ? ["has a code block of the language console: use bash, without a prompt"] : [];
}

/** The text of a tree without its code blocks and what does not belong into a body, block by block on lines of their own. */
function proseOf(node: Nodes, parent: Nodes | undefined): string {
  if (node.type === "code" || !isAllowed(node, parent)) return "";
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  const isBlock = node.type === "root" || node.type === "list" || node.type === "listItem";
  return node.children.map((child) => proseOf(child, node)).join(isBlock ? ".\n" : "");
}
