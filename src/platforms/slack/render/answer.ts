import type { types } from "@slack/bolt";
import type { Answer, FoundAnswer } from "../../../core/answer.ts";
import type { Entry } from "../../../core/entry.ts";
import { noAnswerText, sharedText, suggestionsText, WORDS } from "../../../core/wording.ts";
import { clip } from "../../shared/clip.ts";
import { offeredEntries } from "../../shared/packs.ts";
import { restate } from "../../shared/restate.ts";
import { ACTIONS, encode, type Origin, type Shared } from "./actions.ts";
import { actions, type Block, button, context, type Message, plainContext, section } from "./blocks.ts";
import { renderEntry } from "./entry.ts";
import { LIMITS } from "./limits.ts";
import { escapeText } from "./mrkdwn.ts";
import { pictures } from "./picture.ts";

const DIVIDER: types.DividerBlock = { type: "divider" };

/** How an answer is drawn. */
export interface RenderOptions {
  /** The question as it was typed, where it is out of sight; restated above the answer. */
  asked?: string | undefined;
  /** Offers to share the answer, in this thread. */
  shareable?: { thread?: string | undefined } | undefined;
  /** Where the question came from, for the buttons that lead on from the answer. */
  origin?: Origin | undefined;
  /** Name of the person who shared the answer; empty where Slack tells none. */
  sharedBy?: string | undefined;
  /** Where Slack finds the packs' pictures; without it none is shown. */
  diagramBaseUrl?: string | undefined;
}

/** An answer as a message, within the limits of every block; a few entries fit into one. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): Message {
  switch (answer.kind) {
    case "answer":
      return renderFound(answer, options);
    case "suggestions": {
      const buttons = entryButtons(ACTIONS.choose, answer.entries, options.origin);
      return renderChoice(suggestionsText(answer), answer.entries, buttons, options);
    }
    case "no-answer": {
      const offered = offeredEntries(answer.pack);
      const buttons = labelled(WORDS.featured, entryButtons(ACTIONS.read, offered, options.origin));
      return renderChoice(noAnswerText(answer), offered, buttons, options);
    }
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

/** Rows below a line that says what they are for, or nothing where there are none. */
export function labelled(label: string, rows: readonly types.ActionsBlock[]): Block[] {
  return rows.length > 0 ? [context(`*${escapeText(label)}*`), ...rows] : [];
}

function renderFound({ pack, entries, related, isRepeated }: FoundAnswer, options: RenderOptions): Message {
  const { asked, shareable, sharedBy, origin, diagramBaseUrl } = options;
  const ids = entries.map(({ id }) => id);
  const question = restate(asked ?? entries[0].title);
  const restated = sharedBy === undefined ? asked && question : sharedText(sharedBy || WORDS.somebody, question);
  const picture = pictures(pack, entries, diagramBaseUrl);
  const answers = entries.map((entry) => renderEntry(pack, entry, picture));
  const notes = [...(restated ? [restated] : []), ...(isRepeated ? [WORDS.repeated] : [])];
  const text = [...notes, ...answers.map((answer) => answer.text)].join("\n\n");
  return {
    text: fallback(text),
    blocks: [
      ...notes.map(plainContext),
      ...answers.flatMap(({ blocks }, index) => (index > 0 ? [DIVIDER, ...blocks] : blocks)),
      ...labelled(WORDS.related, entryButtons(ACTIONS.read, related, origin)),
      ...(shareable ? [shareButton({ question, entries: ids, ...shareable })] : []),
      feedback(ids),
    ],
  };
}

/** @param buttons one for each of the entries */
function renderChoice(
  text: string,
  entries: readonly Entry[],
  buttons: readonly Block[],
  { asked }: RenderOptions,
): Message {
  return {
    text: fallback(listText(text, entries)),
    blocks: [...(asked ? [plainContext(restate(asked))] : []), section(escapeText(text)), ...buttons],
  };
}

/** A text with the titles of its buttons' entries, for notifications, which show no buttons. */
export function listText(text: string, entries: readonly Entry[]): string {
  return [text, ...entries.map(({ title }) => `• ${title}`)].join("\n");
}

function shareButton(shared: Shared): types.ActionsBlock {
  return { type: "actions", elements: [button(WORDS.share, ACTIONS.share, encode(shared))] };
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

/** The text of a message for notifications; escaped, since Slack reads mentions in it. */
export function fallback(text: string): string {
  return clip(escapeText(text), LIMITS.fallback).replace(/&\w*…$/, "…");
}
