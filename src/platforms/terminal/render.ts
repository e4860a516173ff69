import { type Answer, answerOf } from "../../core/answer.ts";
import { entriesById, type Packs } from "../../core/pack.ts";
import type { TourStop } from "../../core/reply.ts";
import { tourHeading, WORDS } from "../../core/wording.ts";
import { entriesOfTopic } from "../shared/packs.ts";
import { glossary, numberedList } from "./lists.ts";
import { renderAnswer } from "./render-answer.ts";
import { featuredEntries, type Screen, topicsOf } from "./screen.ts";
import { type Style, stack, wrap } from "./style.ts";
import { TERMINAL_WORDS } from "./wording.ts";

/** Lays out what the chat shows. */
export function renderScreen(screen: Screen, style: Style): string {
  switch (screen.kind) {
    case "welcome":
      return stack(renderWelcome(screen.packs, style), hint(TERMINAL_WORDS.hint, style), renderCommandNames(style));
    case "help":
      return stack(renderWelcome(screen.packs, style), renderCommands(style));
    case "topics":
      return renderTopics(screen.packs, style);
    case "topic":
      return numbered(screen.topic.title, titles(entriesOfTopic(screen.pack, screen.topic)), style);
    case "answer":
      return renderAnswered(screen.answer, style);
    case "stop":
      return renderStop(screen, style);
    case "note":
      return wrap(screen.text, style);
  }
}

function renderWelcome(packs: Packs, style: Style): string {
  const greetings = packs.map(({ welcome }) => wrap(welcome, style));
  return stack(...greetings, numbered(WORDS.featured, titles(featuredEntries(packs)), style));
}

/** The names alone, on as few lines as they take. */
function renderCommandNames(style: Style): string {
  const names = TERMINAL_WORDS.commands.map(([name]) => name).filter((name) => name.startsWith("/"));
  return style.paint.dim(wrap(names.join("  "), style));
}

function renderCommands(style: Style): string {
  return `${style.paint.bold(TERMINAL_WORDS.commandsHeading)}\n${glossary(TERMINAL_WORDS.commands, style)}`;
}

function renderTopics(packs: Packs, style: Style): string {
  const items = topicsOf(packs).map(
    ({ pack, topic }) => `${topic.title} ${style.paint.dim(`(${entriesOfTopic(pack, topic).length})`)}`,
  );
  return stack(numbered(WORDS.topics, items, style), hint(TERMINAL_WORDS.browse, style));
}

function renderAnswered(answer: Answer, style: Style): string {
  const reply = renderAnswer(answer, style, numberedList);
  return answer.kind === "suggestions" ? stack(reply, hint(TERMINAL_WORDS.pick, style)) : reply;
}

/** A stop offers the way on instead of what is related. */
function renderStop({ pack, stop, entry }: TourStop, style: Style): string {
  const alone = { ...answerOf(pack, [entry]), related: [] };
  const title = (at: number) => entriesById(pack, pack.tour.slice(at, at + 1))[0]?.title;
  const [next, back] = [title(stop + 1), stop > 0 ? title(stop - 1) : undefined];
  const ways = [
    ...(next === undefined ? [] : [[WORDS.next, next] as const]),
    ...(back === undefined ? [] : [[WORDS.back, back] as const]),
  ];
  return stack(
    style.paint.magenta(wrap(tourHeading(pack, stop), style)),
    renderAnswer(alone, style, numberedList),
    glossary(ways, style),
    hint(next === undefined ? TERMINAL_WORDS.tourEnd : TERMINAL_WORDS.tourKeys, style),
  );
}

function numbered(heading: string, items: readonly string[], style: Style): string {
  return `${wrap(style.paint.bold(heading), style)}\n${numberedList(items, style)}`;
}

function titles(entries: readonly { title: string }[]): string[] {
  return entries.map(({ title }) => title);
}

function hint(text: string, style: Style): string {
  return style.paint.dim(wrap(text, style));
}
