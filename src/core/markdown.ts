import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** Parses Markdown (CommonMark) to its syntax tree, https://github.com/syntax-tree/mdast. Never fails. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text);
}
