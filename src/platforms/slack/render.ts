import type { types } from "@slack/bolt";
import type { Answer, Found } from "../../core/answer.ts";
import type { Entry } from "../../core/entry.ts";
import { entriesById, type Pack } from "../../core/pack.ts";
import { noAnswerText, sharedText, suggestionsText, WORDS } from "../../core/wording.ts";
import { clip } from "../clip.ts";
import { ACTIONS, encode, type Origin } from "./actions.ts";
import { actions, button, context, header, type Message, plainContext, section } from "./blocks.ts";
import { LIMITS } from "./limits.ts";
import { escapeText, link, toMrkdwn, toMrkdwnSections, toPlainText } from "./mrkdwn.ts";
import { pictures } from "./picture.ts";

const DIVIDER: types.DividerBlock = { type: "divider" };

/** Longest question that a share button carries and a shared answer restates. */
const MAX_RESTATED = 300;

export interface RenderOptions {
  /** Offers to share the answer to this question, in this thread. */
  shareable?: { question: string; thread?: string | undefined };
  /** Where the question came from, for the buttons that lead on from the answer. */
  origin?: Origin;
  /** Says who shared the answer to which question. */
  shared?: { by: string; question: string };
  /** Where Slack finds the packs' pictures; without it none is shown. */
  diagramBaseUrl?: string | undefined;
}

/** An answer as a message, within the limits of every block; a few entries fit into one. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): Message {
  switch (answer.kind) {
    case "answer":
      return renderFound(answer, options);
    case "suggestions":
      return renderChoice(suggestionsText(answer), ACTIONS.choose, answer.entries, options);
    case "no-answer":
      return renderChoice(noAnswerText(answer), ACTIONS.read, entriesById(answer.pack, answer.pack.featured), options);
  }
}

/** One line of the bot's own words. */
export function renderText(text: string): Message {
  return { text: escapeText(text), blocks: [section(escapeText(text))] };
}

/** Buttons that show entries, a few that fit into one row. */
export function entryButtons(action: string, entries: readonly Entry[], origin?: Origin): types.ActionsBlock[] {
  const rows = actions(entries.map(({ id, label }, index) => button(label, `${action}:${index}`, id)));
  return origin ? rows.map((row) => ({ ...row, block_id: encode(origin) })) : rows;
}

/** An entry with a picture, without what leads on from it. Its text is not escaped. */
export function renderEntry(pack: Pack, entry: Entry, picture: readonly types.ImageBlock[] = []): Message {
  const { text, blocks } = renderBody(pack, entry);
  return { text, blocks: [...blocks, ...picture, ...sources(entry)] };
}

/** Entries as they were rendered before: parsing takes milliseconds, and an entry never changes. */
const rendered = new WeakMap<Entry, Message>();

function renderBody({ departsLabel }: Pack, entry: Entry): Message {
  const known = rendered.get(entry);
  if (known) return known;
  const { title, body, departs } = entry;
  const lines = [title, toPlainText(body), ...(departs ? [`${departsLabel}: ${toPlainText(departs)}`] : [])];
  const blocks = [
    header(title),
    ...toMrkdwnSections(body).map(section),
    ...(departs ? [context(`*${escapeText(departsLabel)}:* ${toMrkdwn(departs)}`)] : []),
  ];
  const message = { text: lines.join("\n\n"), blocks };
  rendered.set(entry, message);
  return message;
}

function renderFound({ pack, entries, related }: Found, options: RenderOptions): Message {
  const { shareable, shared, origin, diagramBaseUrl } = options;
  const ids = entries.map(({ id }) => id);
  const restated = shared && restatedText(shared);
  const picture = pictures(pack, entries, diagramBaseUrl);
  const answers = entries.map((entry) => renderEntry(pack, entry, picture));
  const text = [...(restated ? [restated] : []), ...answers.map((answer) => answer.text)].join("\n\n");
  return {
    text: fallback(text),
    blocks: [
      ...(restated ? [plainContext(restated)] : []),
      ...answers.flatMap(({ blocks }, index) => (index > 0 ? [DIVIDER, ...blocks] : blocks)),
      ...(related.length > 0 ? [context(`*${WORDS.related}*`), ...entryButtons(ACTIONS.read, related, origin)] : []),
      ...(shareable ? [shareButton(shareable, ids)] : []),
      feedback(ids),
    ],
  };
}

/** On one line, so that nobody can make up another line of the bot's. */
function restatedText({ by, question }: NonNullable<RenderOptions["shared"]>): string {
  return sharedText(by || WORDS.somebody, clip(question.replace(/\s+/g, " ").trim(), MAX_RESTATED));
}

function renderChoice(text: string, action: string, entries: readonly Entry[], { origin }: RenderOptions): Message {
  return {
    text: fallback(listText(text, entries)),
    blocks: [section(escapeText(text)), ...entryButtons(action, entries, origin)],
  };
}

/** A text with the entries that buttons show below it: notifications show nothing else. */
export function listText(text: string, entries: readonly Entry[]): string {
  return [text, ...entries.map(({ title }) => `• ${title}`)].join("\n");
}

function shareButton(shareable: NonNullable<RenderOptions["shareable"]>, entries: string[]): types.ActionsBlock {
  const question = clip(shareable.question, MAX_RESTATED);
  const value = encode({ ...shareable, question, entries });
  return { type: "actions", elements: [button(WORDS.share, ACTIONS.share, value)] };
}

function feedback(entries: string[]): types.ContextActionsBlock {
  const thumb = (symbol: string, label: string, helpful: boolean) => ({
    text: { type: "plain_text" as const, text: symbol },
    accessibility_label: label,
    value: encode({ helpful, entries }),
  });
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: ACTIONS.feedback,
        positive_button: thumb("👍", WORDS.helpful, true),
        negative_button: thumb("👎", WORDS.notHelpful, false),
      },
    ],
  };
}

function sources({ references }: Entry): types.ContextBlock[] {
  if (references.length === 0) return [];
  const links = references.map(({ url, title }) => link(url, title)).join(" · ");
  return [context(`${WORDS.sources}: ${links}`)];
}

/** The text of a message; Slack reads mentions in it, so it is escaped. */
export function fallback(text: string): string {
  return clip(escapeText(text), LIMITS.fallback).replace(/&\w*…$/, "…");
}
