import type { types } from "@slack/bolt";
import { entriesById, type Pack } from "../../../core/pack.ts";
import type { Reply, TourStop } from "../../../core/reply.ts";
import { tourHeading, WORDS } from "../../../core/wording.ts";
import { type TopicList, topicLists } from "../../shared/packs.ts";
import { ACTIONS, encode } from "./actions.ts";
import { entryButtons, fallback, labelled, listText, type RenderOptions, renderAnswer, renderText } from "./answer.ts";
import { actions, type Block, button, context, type Message, plainText, section } from "./blocks.ts";
import { renderEntry } from "./entry.ts";
import { LIMITS } from "./limits.ts";
import { escapeText } from "./mrkdwn.ts";
import { pictures } from "./picture.ts";

/** What the bot says, as a message; the options are for answers, but for pictures, which a stop of a tour has too. */
export function renderReply(reply: Reply, options: RenderOptions = {}): Message {
  switch (reply.kind) {
    case "answer":
      return renderAnswer(reply.answer, options);
    case "help":
      return renderHelp(reply.packs);
    case "topics":
      return renderTopics(reply.packs, reply.page);
    case "stop":
      return renderStop(reply, options.diagramBaseUrl);
    case "note":
      return renderText(reply.text);
  }
}

/** The welcome, with questions to start from, the tour, and the way to the topics. */
function renderHelp(packs: readonly Pack[]): Message {
  const blocks = packs.flatMap((pack) => [...welcomeBlocks(pack), ...actions([tourButton(pack), topicsButton(pack)])]);
  return {
    text: fallback(packs.map((pack) => listText(pack.welcome, entriesById(pack, pack.featured))).join("\n\n")),
    blocks: blocks.slice(0, LIMITS.messageBlocks),
  };
}

/** A page, counted from 0, of the topics of some packs, each with a list of its questions. */
function renderTopics(packs: readonly Pack[], page: number): Message {
  const pages = pagesOf(packs.flatMap((pack) => topicLists(pack, LIMITS.options)));
  const current = Math.min(page, pages.length - 1);
  const lists = pages[current] ?? [];
  const [pack, ...others] = packs;
  const of = pack && others.length === 0 ? pack.name : "";
  const turn = (label: string, index: number, to: number) =>
    button(label, `${ACTIONS.topics}:${index}`, encode({ pack: of, page: to }));
  const ways = [
    ...(current + 1 < pages.length ? [turn(WORDS.next, 0, current + 1)] : []),
    ...(current > 0 ? [turn(WORDS.back, 1, current - 1)] : []),
  ];
  return {
    text: fallback(`${WORDS.topics}: ${lists.map(({ title }) => title).join(", ")}`),
    blocks: [...topicBlocks(lists), ...actions(ways)],
  };
}

/** One stop of a pack's tour, with buttons that lead on. */
function renderStop({ pack, stop, entry }: TourStop, diagramBaseUrl: string | undefined): Message {
  const heading = tourHeading(pack, stop);
  const { text, blocks } = renderEntry(pack, entry, pictures(pack, [entry], diagramBaseUrl));
  const turn = (label: string, index: number, to: number) =>
    button(label, `${ACTIONS.tour}:${index}`, encode({ pack: pack.name, stop: to }));
  const isLast = stop + 1 === pack.tour.length;
  // What leads on is always first, so that it can be pressed again and again.
  const buttons = [
    isLast ? topicsButton(pack) : turn(WORDS.next, 0, stop + 1),
    ...(stop > 0 ? [turn(WORDS.back, 1, stop - 1)] : []),
  ];
  const end = isLast ? [context(escapeText(WORDS.tourEnd))] : [];
  return {
    text: fallback(`${heading}\n\n${text}`),
    blocks: [context(escapeText(heading)), ...blocks, ...end, ...actions(buttons)],
  };
}

/** What the app's Home tab shows. */
export function renderHome(packs: readonly Pack[]): types.HomeView {
  const ask: types.Button = { ...button(WORDS.ask, ACTIONS.ask, ACTIONS.ask), style: "primary" };
  const blocks = packs.flatMap((pack, index) => [
    ...welcomeBlocks(pack, index === 0 ? [ask] : []),
    ...actions([tourButton(pack)]),
    ...topicBlocks(topicLists(pack, LIMITS.options)),
  ]);
  return { type: "home", blocks: blocks.slice(0, LIMITS.viewBlocks) };
}

/** The questions that the agent view offers to ask. */
export function suggestedPrompts(packs: readonly Pack[]): { title: string; message: string }[] {
  const prompts = packs.flatMap((pack) =>
    entriesById(pack, pack.featured).map(({ label, title }) => ({ title: label, message: title })),
  );
  return prompts.slice(0, LIMITS.prompts);
}

/** @param ways buttons right below the greeting */
function welcomeBlocks(pack: Pack, ways: readonly types.Button[] = []): Block[] {
  return [
    section(escapeText(pack.welcome)),
    ...actions(ways),
    ...labelled(WORDS.featured, entryButtons(ACTIONS.read, entriesById(pack, pack.featured))),
  ];
}

function tourButton({ name }: Pack): types.Button {
  return button(WORDS.startTour, `${ACTIONS.tour}:0`, encode({ pack: name, stop: 0 }));
}

function topicsButton({ name }: Pack): types.Button {
  return button(WORDS.topics, ACTIONS.topics, name);
}

function topicBlocks(lists: readonly TopicList[]): Block[] {
  return labelled(WORDS.topics, actions(lists.map(topicSelect)));
}

function topicSelect({ title, entries }: TopicList, index: number): types.StaticSelect {
  return {
    type: "static_select",
    action_id: `${ACTIONS.read}:${index}`,
    placeholder: plainText(title, LIMITS.placeholder),
    options: entries.map((entry) => ({ text: plainText(entry.title, LIMITS.label), value: entry.id })),
  };
}

/** Lists on pages that each fit into a message; at least one on each. */
function pagesOf(lists: readonly TopicList[]): TopicList[][] {
  const pages: TopicList[][] = [];
  let room = 0;
  for (const list of lists) {
    room -= sizeOf(list);
    if (room < 0) {
      pages.push([]);
      room = LIMITS.messageText - sizeOf(list);
    }
    pages.at(-1)?.push(list);
  }
  return pages;
}

/** Characters of a list, with its ids, since Slack does not say what it counts. */
function sizeOf({ title, entries }: TopicList): number {
  return entries.reduce((sum, { id, title: question }) => sum + question.length + id.length, title.length);
}
