import type { Nodes, Root } from "mdast";
import { parseMarkdown } from "../core/markdown.ts";
import { isWelcome, nodeFault } from "./body-node.ts";
import type { Problem } from "./problem.ts";
import { HIDDEN_CHARACTER, LIMITS } from "./schema.ts";

/** A body so many times too long is not looked into: what it nests could take minutes, or exhaust the stack. */
const FAR_TOO_LONG = 2;

/** The end of a sentence, or of the last of several that are quoted, in brackets or emphasized. */
const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"'*_`]*$/u;

/** The Markdown of a body, unless there is none, or far too much. */
export function parseBody(body: string): Root | undefined {
  return body === "" || body.length > LIMITS.body * FAR_TOO_LONG ? undefined : parseMarkdown(body);
}

/** Says what keeps a body from being shown in chat, whole and safely. `line` is the line of the file on which it starts. */
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

/** The line of a text, counted from 1, on which a character stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** A body ends whole with the end of a sentence or with code; whether that is closed is told of every block of code. */
function endsWhole(node: Nodes, body: string): boolean {
  if (node.type === "code") return true;
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last ? endsWhole(last, body) : SENTENCE_END.test(body);
}

/** Sees every node, but not what is inside of something that does not belong there. */
export function visit(
  node: Nodes,
  parent: Nodes | undefined,
  see: (node: Nodes, parent: Nodes | undefined) => void,
): void {
  see(node, parent);
  if ("children" in node && isWelcome(node, parent)) for (const child of node.children) visit(child, node, see);
}
