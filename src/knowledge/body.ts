import type { Nodes } from "mdast";
import { parseMarkdown } from "../core/markdown.ts";
import type { Problem } from "./problem.ts";
import { LIMITS } from "./schema.ts";

/** What Slack and Discord both show well; anything else in a body is refused. */
const ALLOWED = new Set<Nodes["type"]>([
  "root",
  "paragraph",
  "text",
  "strong",
  "emphasis",
  "inlineCode",
  "link",
  "list",
  "listItem",
  "code",
  "break",
]);

/** Words that make an answer sound like marketing, or its reader feel slow. */
const UNWELCOME =
  /\b(simply|just|easy|easily|obviously|of course|basically|powerful|seamless(?:ly)?|leverage|blazing|effortless(?:ly)?)\b/i;

/** Says what keeps a body from being a good answer in chat. `line` is the line of the file on which it starts. */
export function bodyProblems(body: string, file: string, line: number): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, node?: Nodes) => {
    problems.push({ file, line: line + (node?.position?.start.line ?? 1) - 1, field: "body", message });
  };
  if (body === "") {
    report("is empty");
    return problems;
  }
  const root = parseMarkdown(body);
  const prose = proseOf(root);
  const words = prose.split(/\s+/).filter(Boolean).length;
  if (body.length > LIMITS.body) report(`has ${body.length} characters, more than ${LIMITS.body}`);
  if (words > LIMITS.bodyWords) report(`has ${words} words of prose, more than ${LIMITS.bodyWords}`);
  if (!endsWhole(root, body)) report("ends in the middle of a sentence or a code block: is the file half-written?");
  const unwelcome = UNWELCOME.exec(prose);
  if (unwelcome) report(`says “${unwelcome[0]}”: see Voice in CONTRIBUTING.md`);
  for (const sentence of prose.split(/(?<=[.!?:])\s+/)) {
    const length = sentence.split(/\s+/).length;
    if (length > LIMITS.sentenceWords) report(`has a sentence of ${length} words: “${sentence.slice(0, 40)}…”`);
  }
  visit(root, undefined, (node, parent) => {
    const message = nodeProblem(node, parent);
    if (message) report(message, node);
  });
  return problems;
}

function nodeProblem(node: Nodes, parent: Nodes | undefined): string | undefined {
  if (!ALLOWED.has(node.type)) return `holds Markdown that chat clients do not show alike: ${node.type}`;
  if (node.type === "list" && parent?.type === "listItem") return "holds a list inside a list";
  if (node.type === "code" && !node.lang) return "has a code block without a language";
  if (node.type === "code" && node.lang === "console") return "has a code block of the language console: use bash";
  if (node.type === "link" && !node.url.startsWith("https://")) return `links to ${node.url}, which is not https`;
  return undefined;
}

/** A body is whole when its last sentence is closed, or its last code block is. */
function endsWhole(root: Nodes, body: string): boolean {
  const last = "children" in root ? root.children.at(-1) : undefined;
  if (last?.type === "code") return /^(```|~~~)/.test(body.slice(body.lastIndexOf("\n") + 1));
  return /[.!?)`:*]$/.test(body);
}

/** The text of a tree without its code blocks, block by block on lines of their own. */
function proseOf(node: Nodes): string {
  if (node.type === "code") return "";
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  const isBlock = node.type === "root" || node.type === "list" || node.type === "listItem";
  return node.children.map(proseOf).join(isBlock ? ".\n" : "");
}

function visit(node: Nodes, parent: Nodes | undefined, see: (node: Nodes, parent: Nodes | undefined) => void): void {
  see(node, parent);
  if ("children" in node) for (const child of node.children) visit(child, node, see);
}
