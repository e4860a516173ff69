import type { Answer } from "../../core/answer.ts";
import type { Entry, Reference } from "../../core/entry.ts";
import { diagramOf, entriesById, type Pack } from "../../core/pack.ts";
import { noAnswerText, suggestionsText, WORDS } from "../../core/wording.ts";
import { renderMarkdown } from "./markdown.ts";
import { indent, narrower, type Style, stack, wrap } from "./style.ts";

/** Lays out a list of titles: numbered where they can be picked, otherwise with bullets. */
export type RenderList = (titles: readonly string[], style: Style) => string;

/** What an answer offers to read, beside what it says. */
export interface Offer {
  /** Missing where what the answer says is heading enough. */
  heading?: string | undefined;
  entries: readonly Entry[];
}

/** The entries that an answer offers: what is related, what may have been meant, or where to start. */
export function offerOf(answer: Answer): Offer {
  switch (answer.kind) {
    case "answer":
      return { heading: WORDS.related, entries: answer.related };
    case "suggestions":
      return { entries: answer.entries };
    case "no-answer": {
      const { pack, reason } = answer;
      return { heading: WORDS.featured, entries: reason === "too-long" ? [] : entriesById(pack, pack.featured) };
    }
  }
}

/** What an answer says, with its drawing and its sources, and what it offers as a list. */
export function renderAnswer(answer: Answer, style: Style, renderList: RenderList): string {
  return stack(
    renderSaid(answer, style),
    renderDrawing(answer, style),
    renderSources(answer, style),
    renderOffer(offerOf(answer), style, renderList),
  );
}

/** Only what an answer says, with a list where it speaks of one; for programs that pass it on. */
export function renderSpoken(answer: Answer, style: Style, renderList: RenderList): string {
  const speaksOfList = answer.kind === "suggestions" || (answer.kind === "no-answer" && answer.reason === "not-known");
  const said = renderSaid(answer, style);
  return speaksOfList ? stack(said, renderOffer({ entries: offerOf(answer).entries }, style, renderList)) : said;
}

function renderSaid(answer: Answer, style: Style): string {
  switch (answer.kind) {
    case "answer":
      return stack(
        answer.isRepeated ? style.paint.dim(wrap(WORDS.repeated, style)) : "",
        ...answer.entries.map((entry) => renderEntry(answer.pack, entry, style)),
      );
    case "suggestions":
      return wrap(suggestionsText(answer), style);
    case "no-answer":
      return wrap(noAnswerText(answer), style);
  }
}

function renderEntry({ departsLabel }: Pack, { title, body, departs }: Entry, style: Style): string {
  return stack(
    wrap(style.paint.bold(title), style),
    renderMarkdown(body, style),
    departs === undefined ? "" : renderDeparts(departsLabel, departs, style),
  );
}

/** Set apart by a bar on its left; without colours, the bar would look like text. */
function renderDeparts(label: string, departs: string, style: Style): string {
  const { paint, hasColours } = style;
  const text = `${paint.bold(`${label}:`)} ${departs}`;
  if (!hasColours) return wrap(text, style);
  return wrap(text, narrower(style, 2))
    .split("\n")
    .map((line) => `${paint.yellow("▌")} ${line}`)
    .join("\n");
}

/** The drawing that goes with an answer; none where it is wider than the window, which would break its lines. */
function renderDrawing(answer: Answer, style: Style): string {
  const diagram = answer.kind === "answer" ? diagramOf(answer.pack, answer.entries) : undefined;
  const lines = diagram?.text.split("\n") ?? [];
  const fits = lines.every((line) => line.length <= style.width);
  return fits ? lines.map(style.paint.cyan).join("\n") : "";
}

function renderSources(answer: Answer, style: Style): string {
  if (answer.kind !== "answer") return "";
  const references = new Map(answer.entries.flatMap((entry) => entry.references).map((one) => [one.url, one]));
  if (references.size === 0) return "";
  const lines = [...references.values()].map((reference) => renderReference(reference, narrower(style, 2)));
  return [style.paint.dim(WORDS.sources), ...lines.map((line) => indent(line, 2))].join("\n");
}

/** On one line where that fits; the address is never broken, so that the terminal can open it. */
function renderReference({ title, url }: Reference, style: Style): string {
  const fits = title.length + 2 + url.length <= style.width;
  const text = fits ? `${title}  ${url}` : `${wrap(title, style)}\n${indent(url, 2)}`;
  return text.split("\n").map(style.paint.dim).join("\n");
}

function renderOffer({ heading, entries }: Offer, style: Style, renderList: RenderList): string {
  if (entries.length === 0) return "";
  const list = renderList(
    entries.map(({ title }) => title),
    style,
  );
  return heading === undefined ? list : `${style.paint.bold(heading)}\n${list}`;
}
