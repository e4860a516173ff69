import { hang, narrower, type Style, wrap } from "./style.ts";

/** A list to pick from by number. */
export function numberedList(items: readonly string[], style: Style): string {
  const digits = String(items.length).length;
  return items
    .map((item, index) => listItem(item, ` ${String(index + 1).padStart(digits)}  `, style.paint.cyan, style))
    .join("\n");
}

/** A list to read. */
export function bulletList(items: readonly string[], style: Style): string {
  return items.map((item) => listItem(item, "• ", style.paint.dim, style)).join("\n");
}

/** Two columns: names and their meanings. */
export function glossary(rows: readonly (readonly [string, string])[], style: Style): string {
  const longest = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, meaning]) => listItem(meaning, ` ${name.padEnd(longest)}  `, style.paint.cyan, style))
    .join("\n");
}

function listItem(item: string, marker: string, paint: (text: string) => string, style: Style): string {
  return hang(paint(marker), marker.length, wrap(item, narrower(style, marker.length)));
}
