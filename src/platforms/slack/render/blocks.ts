import type { types } from "@slack/bolt";
import { chunks } from "../../shared/chunks.ts";
import { clip } from "../../shared/clip.ts";
import { LIMITS } from "./limits.ts";

/** A block of a message or view. */
export type Block = types.KnownBlock;
/** A button or a list of choices, in a row of them. */
export type Control = types.Button | types.StaticSelect;

/** What Slack is sent: blocks, and text for notifications and screen readers. Plain data. */
export interface Message {
  text: string;
  blocks: readonly Block[];
}

/** Text that is shown as it is: no formatting, emoji codes or mentions. For whatever users typed. */
export function plainText(text: string, limit: number): types.PlainTextElement {
  return { type: "plain_text", text: clip(text, limit), emoji: false };
}

/** A heading. */
export function header(text: string): types.HeaderBlock {
  return { type: "header", text: plainText(text, LIMITS.header) };
}

/** A paragraph of mrkdwn, shown in full, without "see more". */
export function section(mrkdwn: string): types.SectionBlock {
  return { type: "section", text: mrkdwnText(mrkdwn), expand: true };
}

/** Small print, of mrkdwn. */
export function context(mrkdwn: string): types.ContextBlock {
  return { type: "context", elements: [mrkdwnText(mrkdwn)] };
}

/** Small print that users typed. */
export function plainContext(text: string): types.ContextBlock {
  return { type: "context", elements: [plainText(text, LIMITS.text)] };
}

/** A button. Actions in one row need different names; the value is what a press sends. */
export function button(label: string, action: string, value: string): types.Button {
  return {
    type: "button",
    action_id: clip(action, LIMITS.action),
    text: plainText(label, LIMITS.label),
    value: clip(value, LIMITS.value),
  };
}

/** Rows of buttons, or nothing where there are none. */
export function actions(controls: readonly Control[]): types.ActionsBlock[] {
  return chunks(controls, LIMITS.buttons).map((elements) => ({ type: "actions", elements }));
}

/** Automatic links are switched off: an answer links what its author linked. */
function mrkdwnText(mrkdwn: string): types.MrkdwnElement {
  return { type: "mrkdwn", text: mrkdwn, verbatim: true };
}
