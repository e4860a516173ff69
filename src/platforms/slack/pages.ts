import type { types } from "@slack/bolt";
import { entriesById, type Pack } from "../../core/pack.ts";
import { tourHeading, WORDS } from "../../core/wording.ts";
import { type TopicList, topicLists } from "../packs.ts";
import { ACTIONS, encode } from "./actions.ts";
import { actions, type Block, button, context, type Message, plainText, section } from "./blocks.ts";
import { LIMITS } from "./limits.ts";
import { escapeText } from "./mrkdwn.ts";
import { pictures } from "./picture.ts";
import { entryButtons, fallback, labelled, listText } from "./render.ts";
import { renderEntry } from "./render-entry.ts";

/** The welcome, with questions to start from, the tour, and topics to browse. */
export function renderHelp(packs: readonly Pack[]): Message {
  const blocks = packs.flatMap((pack) => [...welcomeBlocks(pack), ...topicBlocks(pack)]);
  return {
    text: fallback(packs.map((pack) => listText(pack.welcome, entriesById(pack, pack.featured))).join("\n\n")),
    blocks: blocks.slice(0, LIMITS.messageBlocks),
  };
}

/** Every topic, with a list of its questions. */
export function renderTopics(packs: readonly Pack[]): Message {
  const titles = packs.flatMap(({ topics }) => topics.map(({ title }) => title));
  return {
    text: fallback(`${WORDS.topics}: ${titles.join(", ")}`),
    blocks: packs.flatMap(topicBlocks).slice(0, LIMITS.messageBlocks),
  };
}

/**
 * One stop of a pack's tour, counted from 0, with buttons that lead on; nothing where there is no such stop.
 * @param diagramBaseUrl where Slack finds the packs' pictures; without it none is shown
 */
export function renderTour(pack: Pack, stop: number, diagramBaseUrl: string | undefined): Message | undefined {
  const [entry] = entriesById(pack, pack.tour.slice(stop, stop + 1));
  if (!entry) return undefined;
  const heading = tourHeading(pack, stop);
  const { text, blocks } = renderEntry(pack, entry, pictures(pack, [entry], diagramBaseUrl));
  const turn = (label: string, index: number, to: number) =>
    button(label, `${ACTIONS.tour}:${index}`, encode({ pack: pack.name, stop: to }));
  const isLast = stop + 1 === pack.tour.length;
  // What leads on is always first, so that it can be pressed again and again.
  const buttons = [
    isLast ? button(WORDS.topics, ACTIONS.topics, pack.name) : turn(WORDS.next, 0, stop + 1),
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
    ...topicBlocks(pack),
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
  const start = button(WORDS.startTour, `${ACTIONS.tour}:0`, encode({ pack: pack.name, stop: 0 }));
  return [
    section(escapeText(pack.welcome)),
    ...actions(ways),
    ...labelled(WORDS.featured, entryButtons(ACTIONS.read, entriesById(pack, pack.featured))),
    ...actions([start]),
  ];
}

function topicBlocks(pack: Pack): Block[] {
  return labelled(WORDS.topics, actions(topicLists(pack, LIMITS.options).map(topicSelect)));
}

function topicSelect({ title, entries }: TopicList, index: number): types.StaticSelect {
  return {
    type: "static_select",
    action_id: `${ACTIONS.read}:${index}`,
    placeholder: plainText(title, LIMITS.placeholder),
    options: entries.map((entry) => ({ text: plainText(entry.title, LIMITS.label), value: entry.id })),
  };
}
