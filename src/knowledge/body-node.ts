import type { Nodes } from "mdast";

/** What Slack and Discord both show well; anything else is refused. */
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

const NAMES: Partial<Record<Nodes["type"], string>> = {
  blockquote: "a quotation",
  definition: "the address of a link apart from the link",
  heading: "a heading",
  html: "HTML, or something in angle brackets outside of code",
  image: "a picture",
  imageReference: "a picture",
  linkReference: "a link without its address",
  thematicBreak: "a line across",
};

/** A row of hyphens and bars, as below the head of a table. */
const TABLE = /^(?=.*\|)(?=.*-)[ |:-]+$/m;
/** Opening Markdown that the parser left as text, because nothing closes it. */
const UNCLOSED = /`|\*\*|\]\(|(?<!\w)[*_](?=\w)/;

/** Whether a body may hold a node, below this parent. */
export function isAllowed(node: Nodes, parent: Nodes | undefined): boolean {
  return ALLOWED.has(node.type) && !(node.type === "list" && parent?.type === "listItem");
}

/** What is wrong with one node of a body, its children aside. `source` is the Markdown of the whole body. */
export function nodeFault(node: Nodes, parent: Nodes | undefined, source: string): string | undefined {
  if (!isAllowed(node, parent)) {
    return `holds ${NAMES[node.type] ?? "a list inside a list"}, which chat clients do not show alike`;
  }
  if (node.type === "code") return codeFault(source.slice(node.position?.start.offset, node.position?.end.offset));
  if (node.type === "link") return linkFault(node.url);
  if (node.type === "text") return textFault(node.value);
  return undefined;
}

function codeFault(source: string): string | undefined {
  const [fence] = /^(`{3,}|~{3,})/.exec(source) ?? [];
  if (fence === undefined) return "has a code block made by indenting: put it between lines of three backticks";
  const lastLine = source.slice(source.lastIndexOf("\n") + 1).trim();
  const isClosed = source.includes("\n") && lastLine.startsWith(fence) && /^[`~]+$/.test(lastLine);
  return isClosed ? undefined : `has a code block without a last line of ${fence}: is the file half-written?`;
}

function linkFault(url: string): string | undefined {
  return url.startsWith("https://") && URL.canParse(url) ? undefined : `links to ${url}, which is no https address`;
}

function textFault(text: string): string | undefined {
  if (TABLE.test(text)) return "holds a table, which chat clients do not show alike";
  const unclosed = UNCLOSED.exec(text);
  return unclosed
    ? `has “${text.slice(unclosed.index, unclosed.index + 20)}”, where a mark opens and never closes`
    : undefined;
}
