import type { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import picocolors from "picocolors";
import wrapAnsi from "wrap-ansi";

/** How text is laid out: for which window, and with colours or without. */
export interface Style {
  /** Columns that a line of prose may fill; lines of code and addresses may be longer, so that they can be copied. */
  width: number;
  hasColours: boolean;
  /** Colours a text, or leaves it as it is. */
  paint: ReturnType<typeof picocolors.createColors>;
}

/** Where the user reads: a terminal, or a file or pipe. */
export type Output = Writable & Partial<Pick<WriteStream, "isTTY" | "columns" | "hasColors">>;

/** Columns where the output does not say how many it has. */
const USUAL_COLUMNS = 80;
/** Longer lines are hard to read, however wide the window is. */
const WIDEST = 88;
/** In a narrower window, the terminal breaks lines itself. */
const NARROWEST = 12;

/**
 * The style for a window, or for text that is not broken into lines.
 * @param columns of the window; Infinity breaks no line
 */
export function createStyle(columns: number, hasColours: boolean): Style {
  const width = columns === Number.POSITIVE_INFINITY ? columns : Math.min(columns, WIDEST);
  return { width, hasColours, paint: picocolors.createColors(hasColours) };
}

/** The style for what is written to an output now: its window may change, and a file or pipe never gets colours. */
export function styleOf(output: Output): Style {
  // Node's own check heeds NO_COLOR, FORCE_COLOR and TERM.
  const hasColours = output.isTTY === true && output.hasColors?.() === true;
  return createStyle(output.columns || USUAL_COLUMNS, hasColours);
}

/** The style of what stands to the right of a margin. */
export function narrower(style: Style, margin: number): Style {
  return { ...style, width: style.width - margin };
}

/** Breaks a text into lines that fit. */
export function wrap(text: string, { width }: Style): string {
  return wrapAnsi(text, Math.max(width, NARROWEST));
}

/** Puts a marker before a text's first line, and as many spaces before the others; blank lines stay empty. */
export function hang(marker: string, markerWidth: number, text: string): string {
  const margin = " ".repeat(markerWidth);
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? marker : line && margin) + line)
    .join("\n");
}

/** Shifts every line of a text to the right. */
export function indent(text: string, columns: number): string {
  return hang(" ".repeat(columns), columns, text);
}

/** Parts one below the other, a blank line between them; empty ones are left out. */
export function stack(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
