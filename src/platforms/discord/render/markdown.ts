import type { Nodes } from "mdast";
import { parseMarkdown } from "../../../core/markdown.ts";

/** Separates a mark from its surroundings without being seen. */
const ZERO_WIDTH_SPACE = "\u200b";
/** Marks that format, mention, link or stand for an emoji or a time, wherever they are. */
const MARK = /[\\*_~`|<[\]@]|:(?=\/\/)/g;
/** Marks that make a heading, quotation, small print or list at the start of a line. */
const LINE_MARK = /^(?<space>[^\S\n]*)(?<mark>[#>+-])|^(?<number>[^\S\n]*\d+)\./gm;

/** Text that is shown as it is: nothing in it formats, mentions or links. For all that users typed. */
export function escapeText(text: string): string {
  const marked = text.replace(MARK, "\\$&");
  return marked.replace(LINE_MARK, (_, space, mark, number) => (mark ? `${space}\\${mark}` : `${number}\\.`));
}

/** Undoes `escapeText`. */
export function unescapeText(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/g, "$1");
}

/** Markdown (CommonMark) as Discord's own. Everything that is not formatting is escaped. */
export function toDiscordMarkdown(markdown: string): string {
  return blocks(parseMarkdown(markdown).children);
}

type Renderers = { readonly [T in Nodes["type"]]?: (node: Extract<Nodes, { type: T }>) => string };

/** How each kind of node is written for Discord; of other kinds, only the content is shown. */
const RENDERERS: Renderers = {
  text: ({ value }) => escapeText(value.replace(/\s*\n\s*/g, " ")),
  strong: ({ children }) => `**${inline(children)}**`,
  heading: ({ children }) => `**${inline(children)}**`,
  emphasis: ({ children }) => `*${inline(children)}*`,
  inlineCode: ({ value }) => (value.includes("`") ? `\`\` ${value} \`\`` : `\`${value}\``),
  code: ({ lang, value }) => `\`\`\`${lang ?? ""}\n${value.replaceAll("```", `\`${ZERO_WIDTH_SPACE}\`\``)}\n\`\`\``,
  link: ({ url, children }) => `[${inline(children)}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`,
  break: () => "\n",
  list: ({ children, ordered, start }) =>
    children.map((item, index) => `${ordered ? `${(start ?? 1) + index}.` : "-"} ${render(item)}`).join("\n"),
  listItem: ({ children }) => children.map(render).join("\n"),
  blockquote: ({ children }) => blocks(children),
};

function render(node: Nodes): string {
  const renderer = RENDERERS[node.type] as ((node: Nodes) => string) | undefined;
  if (renderer) return renderer(node);
  if ("children" in node) return inline(node.children);
  return "value" in node ? escapeText(node.value) : "";
}

function inline(nodes: readonly Nodes[]): string {
  return nodes.map(render).join("");
}

/** Discord itself sets code and lists apart; paragraphs need an empty line between them. */
function blocks(nodes: readonly Nodes[]): string {
  return nodes
    .map((node, index) => {
      const isAfterParagraph = node.type === "paragraph" && nodes[index - 1]?.type === "paragraph";
      return `${isAfterParagraph ? "\n" : ""}${render(node)}`;
    })
    .join("\n");
}
