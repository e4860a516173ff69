import type { Nodes } from "mdast";
import { parseMarkdown } from "../../../core/markdown.ts";
import { clip } from "../../shared/clip.ts";
import { LIMITS } from "./limits.ts";

/** Separates a mark from its surroundings without being seen. */
const ZERO_WIDTH_SPACE = "\u200b";
/** Marks that format text: only at the edge of a word, not inside one. */
const MARK = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** Formatting that Slack recognizes only apart from words. */
const FORMATTED = new Set<Nodes["type"]>(["strong", "emphasis", "inlineCode"]);

/** Text in which Slack sees no mention, link or entity: https://docs.slack.dev/messaging/formatting-message-text */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Markdown as Slack's mrkdwn. Everything that is not formatting is escaped, so that it can mention nobody. */
export function toMrkdwn(markdown: string): string {
  return parseMarkdown(markdown).children.map(render).join("\n\n");
}

/** Markdown as pieces of mrkdwn that each fit into a section, cut between paragraphs. */
export function toMrkdwnSections(markdown: string): string[] {
  const sections: string[] = [];
  for (const node of parseMarkdown(markdown).children) {
    const text = clipMrkdwn(render(node));
    const longer = `${sections.at(-1)}\n\n${text}`;
    if (sections.length > 0 && longer.length <= LIMITS.text) sections.splice(-1, 1, longer);
    else if (text !== "") sections.push(text);
  }
  return sections;
}

/** A Slack link; only its text where the address is invalid. */
export function link(url: string, text: string): string {
  if (!URL.canParse(url)) return literal(text);
  return `<${new URL(url).href.replaceAll("|", "%7C").replaceAll("&", "&amp;")}|${literal(text)}>`;
}

/** Text without formatting, where none can be shown. */
export function toPlainText(markdown: string): string {
  return parseMarkdown(markdown).children.map(plain).join("\n\n");
}

type Renderers = { readonly [T in Nodes["type"]]?: (node: Extract<Nodes, { type: T }>) => string };

/** How each kind of node is written for Slack; of other kinds, only the content is shown. */
const RENDERERS: Renderers = {
  text: ({ value }) => literal(value),
  strong: ({ children }) => `*${inline(children)}*`,
  heading: ({ children }) => `*${inline(children)}*`,
  emphasis: ({ children }) => `_${inline(children)}_`,
  inlineCode: ({ value }) => `\`${escapeText(value).replaceAll("`", "ˋ")}\``,
  code: ({ value }) => `\`\`\`\n${escapeText(value).replaceAll("```", `\`${ZERO_WIDTH_SPACE}\`\``)}\n\`\`\``,
  link: (node) => link(node.url, plain(node)),
  break: () => "\n",
  list: ({ children, ordered, start }) =>
    children.map((item, index) => `${bullet(ordered, start, index)} ${render(item)}`).join("\n"),
  listItem: ({ children }) => children.map(render).join("\n"),
  blockquote: ({ children }) => children.map(render).join("\n"),
};

function render(node: Nodes): string {
  const renderer = RENDERERS[node.type] as ((node: Nodes) => string) | undefined;
  if (renderer) return renderer(node);
  return "children" in node ? inline(node.children) : literal(plain(node));
}

function bullet(isOrdered: boolean | null | undefined, start: number | null | undefined, index: number): string {
  return isOrdered ? `${(start ?? 1) + index}.` : "•";
}

/** Renders a line of nodes, and keeps formatted ones apart from the words they touch. */
function inline(nodes: readonly Nodes[]): string {
  return nodes
    .map((node, index) => {
      if (!FORMATTED.has(node.type)) return render(node);
      const before = touches(nodes[index - 1], -1) ? ZERO_WIDTH_SPACE : "";
      const after = touches(nodes[index + 1], 0) ? ZERO_WIDTH_SPACE : "";
      return `${before}${render(node)}${after}`;
    })
    .join("");
}

function touches(neighbour: Nodes | undefined, at: number): boolean {
  return neighbour?.type === "text" && WORD_CHARACTER.test(neighbour.value.at(at) ?? "");
}

/** Text that is shown as it is: nothing in it formats, and a line goes on where Markdown wraps it. */
function literal(text: string): string {
  return escapeText(text.replace(/\s*\n\s*/g, " ")).replace(MARK, (mark) => `${ZERO_WIDTH_SPACE}${mark}`);
}

function plain(node: Nodes): string {
  if (node.type === "list") return node.children.map((item) => `• ${plain(item)}`).join("\n");
  if (node.type === "listItem") return node.children.map(plain).join("\n");
  if (node.type === "text") return node.value.replace(/\s*\n\s*/g, " ");
  if ("children" in node) return node.children.map(plain).join("");
  if ("value" in node) return node.value;
  return node.type === "break" ? "\n" : "";
}

/** Cuts mrkdwn to fit a section, never within an entity or a link, and ends a code block that was open. */
function clipMrkdwn(text: string): string {
  if (text.length <= LIMITS.text) return text;
  const fence = "\n```";
  const cut = clip(text, LIMITS.text - fence.length)
    .slice(0, -1)
    .replace(/(?:&\w*|<[^>]*)$/, "");
  return text.startsWith("```") ? `${cut}…${fence}` : `${cut}…`;
}
