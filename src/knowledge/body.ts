import type { Nodes } from "mdast";
import { parseMarkdown } from "../core/markdown.ts";
import { isWelcome, nodeFault } from "./body-node.ts";
import type { Problem } from "./problem.ts";
import { HIDDEN_CHARACTER, LIMITS } from "./schema.ts";

/** A body so many times too long is not looked into: what it nests could take minutes, or exhaust the stack. */
const FAR_TOO_LONG = 2;

/** Words that make an answer sound like marketing, or its reader feel slow. */
const UNWELCOME =
  /\b(simply|just|easy|easily|obviously|of course|basically|powerful|seamless(?:ly)?|leverage|blazing|effortless(?:ly)?)\b/gi;

/** The end of a sentence, or of the last of several that are quoted, in brackets or emphasized. */
const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"'*_`]*$/u;

/** Says what keeps a body from being a good answer in chat. `line` is the line of the file on which it starts. */
export function bodyProblems(body: string, file: string, line: number): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, lineOfBody = 1) => {
    problems.push({ file, line: line + lineOfBody - 1, field: "body", message });
  };
  if (body === "") report("is empty");
  if (body.length > LIMITS.body) report(`has ${body.length} characters, more than ${LIMITS.body}`);
  if (body === "" || body.length > LIMITS.body * FAR_TOO_LONG) return problems;
  const root = parseMarkdown(body);
  for (const message of proseFaults(proseOf(root))) report(message);
  const hidden = body.search(HIDDEN_CHARACTER);
  if (hidden >= 0) report("holds a control character that nobody would see", lineAt(body, hidden));
  visit(root, undefined, (node, parent) => {
    const start = node.position?.start.line ?? 1;
    const fault = nodeFault(node, parent, body);
    if (fault) report(fault, start);
    for (const { word, line: further } of unwelcomeWords(node)) {
      report(`says “${word}”: see Voice in CONTRIBUTING.md`, start + further - 1);
    }
  });
  if (!endsWhole(root, body)) {
    report("does not end with the end of a sentence: is the file half-written?", lineAt(body, body.length));
  }
  return problems;
}

function proseFaults(prose: string): string[] {
  const words = prose.split(/\s+/).filter(Boolean).length;
  const faults = words > LIMITS.bodyWords ? [`has ${words} words of prose, more than ${LIMITS.bodyWords}`] : [];
  for (const sentence of prose.split(/(?<=[.!?:])\s+/)) {
    const length = sentence.split(/\s+/).length;
    if (length > LIMITS.sentenceWords) {
      faults.push(
        `has a sentence of ${length} words, more than ${LIMITS.sentenceWords}: “${sentence.slice(0, 40).trimEnd()}…”`,
      );
    }
  }
  return faults;
}

function unwelcomeWords(node: Nodes): { word: string; line: number }[] {
  if (node.type !== "text") return [];
  return [...node.value.matchAll(UNWELCOME)].map(({ 0: word, index }) => ({ word, line: lineAt(node.value, index) }));
}

/** The line of a text, counted from 1, on which a character stands. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** A body ends whole with the end of a sentence or with code; whether that is closed is told of every block of code. */
function endsWhole(node: Nodes, body: string): boolean {
  if (node.type === "code") return true;
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last ? endsWhole(last, body) : SENTENCE_END.test(body);
}

/** The text of a tree without its code blocks, block by block on lines of their own. */
function proseOf(node: Nodes): string {
  if (node.type === "code") return "";
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  const isBlock = node.type === "root" || node.type === "list" || node.type === "listItem";
  return node.children.map(proseOf).join(isBlock ? ".\n" : "");
}

/** Sees every node, but not what is inside of something that does not belong there. */
function visit(node: Nodes, parent: Nodes | undefined, see: (node: Nodes, parent: Nodes | undefined) => void): void {
  see(node, parent);
  if ("children" in node && isWelcome(node, parent)) for (const child of node.children) visit(child, node, see);
}
