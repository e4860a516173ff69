import type { Nodes, Root } from "mdast";
import { parseMarkdown } from "../core/markdown.ts";
import { isAllowed, nodeFault } from "./body-node.ts";
import type { Problem } from "./problem.ts";
import { HIDDEN_CHARACTER, LIMITS } from "./schema.ts";

/** A body longer than this many times the limit is not parsed: that could take minutes, or exhaust the stack. */
const FAR_TOO_LONG = 2;

/** The end of a sentence, which may be quoted, in brackets or emphasized. */
const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"'*_`]*$/u;

/** Parses the Markdown of a body, unless it is empty or far too long. */
export function parseBody(body: string): Root | undefined {
  return body === "" || body.length > LIMITS.body * FAR_TOO_LONG ? undefined : parseMarkdown(body);
}

/** What keeps a body from being shown in chat, whole and safely. `line` is the line of the file on which it starts. */
export function bodyProblems(body: string, file: string, line: number): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, lineOfBody = 1) => {
    problems.push({ file, line: line + lineOfBody - 1, field: "body", message });
  };
  if (body === "") report("is empty");
  if (body.length > LIMITS.body) report(`has ${body.length} characters, more than ${LIMITS.body}`);
  const root = parseBody(body);
  if (!root) return problems;
  const hidden = body.search(HIDDEN_CHARACTER);
  if (hidden >= 0) report("holds a control character that nobody would see", lineAt(body, hidden));
  visit(root, undefined, (node, parent) => {
    const fault = nodeFault(node, parent, body);
    if (fault) report(fault, node.position?.start.line);
  });
  if (!endsWhole(root, body)) {
    report("does not end with the end of a sentence: is the file half-written?", lineAt(body, body.length));
  }
  return problems;
}

/** The line of a text, counted from 1, that a character is on. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** A whole body ends with a sentence or with a block of code; whether a block is closed is checked elsewhere. */
function endsWhole(node: Nodes, body: string): boolean {
  if (node.type === "code") return true;
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last ? endsWhole(last, body) : SENTENCE_END.test(body);
}

/** Visits every node; does not descend into one that is not allowed. */
export function visit(
  node: Nodes,
  parent: Nodes | undefined,
  visitor: (node: Nodes, parent: Nodes | undefined) => void,
): void {
  visitor(node, parent);
  if ("children" in node && isAllowed(node, parent)) for (const child of node.children) visit(child, node, visitor);
}
