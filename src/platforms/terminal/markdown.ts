import type { ListItem, RootContent } from "mdast";
import { parseMarkdown } from "../../core/markdown.ts";
import { hang, indent, narrower, type Style, stack, wrap } from "./style.ts";

const CODE_MARGIN = 4;

/** Lays out Markdown for a terminal. Lines of code are never broken, so that they can be copied as they are. */
export function renderMarkdown(markdown: string, style: Style): string {
  return stack(...parseMarkdown(markdown).children.map((block) => renderBlock(block, style)));
}

function renderBlock(block: RootContent, style: Style): string {
  switch (block.type) {
    case "code":
      return indent(block.value.split("\n").map(style.paint.cyan).join("\n"), CODE_MARGIN);
    case "list":
      return block.children.map((item, index) => renderItem(item, itemMarker(block.start, index), style)).join("\n");
    default:
      return wrap(renderInline(block, style), style);
  }
}

function itemMarker(start: number | null | undefined, index: number): string {
  return typeof start === "number" ? `${start + index}. ` : "• ";
}

function renderItem(item: ListItem, marker: string, style: Style): string {
  const inner = narrower(style, marker.length);
  const text = item.children.map((block) => renderBlock(block, inner)).join("\n");
  return hang(style.paint.dim(marker), marker.length, text);
}

function renderInline(node: RootContent, style: Style): string {
  const { paint, hasColours } = style;
  switch (node.type) {
    case "text":
      return node.value.replace(/\s+/g, " ");
    case "break":
      return "\n";
    case "inlineCode":
      return hasColours ? paint.cyan(node.value) : `\`${node.value}\``;
    case "strong":
      return paint.bold(renderChildren(node, style));
    case "emphasis":
      return paint.italic(renderChildren(node, style));
    case "link":
      return renderLink(renderChildren(node, style), node.url, style);
    default:
      return renderChildren(node, style);
  }
}

function renderChildren(node: RootContent, style: Style): string {
  if ("children" in node) return node.children.map((child) => renderInline(child, style)).join("");
  return "value" in node ? node.value : "";
}

function renderLink(text: string, url: string, { paint }: Style): string {
  return text === url ? paint.underline(url) : `${paint.underline(text)} ${paint.dim(`(${url})`)}`;
}
