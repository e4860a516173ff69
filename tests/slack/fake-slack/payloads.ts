import { randomUUID } from "node:crypto";
import { BOT } from "./web-api.ts";

/** Payloads as Slack sends them, cut down to what matters. */

let messages = 0;

/** A timestamp that no other message has. */
export function newTimestamp(): string {
  messages += 1;
  return `1700000000.${String(messages).padStart(6, "0")}`;
}

/** An event in its envelope. */
export function event(fields: Record<string, unknown>) {
  const event_id = `Ev${randomUUID()}`;
  return {
    type: "event_callback",
    team_id: "T1",
    api_app_id: "A1",
    event_id,
    event_time: 1_700_000_000,
    event: fields,
  };
}

/** Somebody's message in a channel. */
export function message(text: string, fields: Record<string, unknown> = {}) {
  const ts = newTimestamp();
  return event({
    type: "message",
    channel: "C1",
    channel_type: "channel",
    user: "U1",
    text,
    ts,
    event_ts: ts,
    ...fields,
  });
}

export function directMessage(text: string, fields: Record<string, unknown> = {}) {
  return message(text, { channel: "D1", channel_type: "im", ...fields });
}

/** Somebody mentions the bot. */
export function mention(text: string, fields: Record<string, unknown> = {}) {
  const ts = newTimestamp();
  return event({
    type: "app_mention",
    channel: "C1",
    user: "U1",
    text: `<@${BOT.user}> ${text}`,
    ts,
    event_ts: ts,
    ...fields,
  });
}

export function command(text: string, response_url: string, fields: Record<string, string> = {}) {
  return {
    command: "/garden",
    text,
    channel_id: "C1",
    channel_name: "general",
    user_id: "U1",
    user_name: "ada",
    team_id: "T1",
    api_app_id: "A1",
    trigger_id: randomUUID(),
    response_url,
    is_enterprise_install: "false",
    ...fields,
  };
}

export interface PressFields {
  /** The button, or the element with the choice. */
  action: Record<string, unknown>;
  [field: string]: unknown;
}

/** A press of a button on a message. */
export function press(response_url: string, { action, ...fields }: PressFields) {
  return {
    type: "block_actions",
    user: { id: "U1", username: "ada", name: "ada", team_id: "T1" },
    team: { id: "T1", domain: "fake" },
    api_app_id: "A1",
    trigger_id: randomUUID(),
    response_url,
    channel: { id: "C1", name: "general" },
    container: { type: "message", message_ts: "1700000000.000001", channel_id: "C1", is_ephemeral: true },
    actions: [{ type: "button", block_id: "b1", action_ts: "1", ...action }],
    ...fields,
  };
}

/** A press of a button in the App Home or in a modal. */
export function viewPress(type: "home" | "modal", action: Record<string, unknown>) {
  const { response_url: _, channel: __, ...payload } = press("", { action });
  return { ...payload, container: { type: "view", view_id: "V1" }, view: { id: "V1", type } };
}

export function shortcut(text: string, response_url: string, fields: Record<string, unknown> = {}) {
  return {
    type: "message_action",
    callback_id: "answer-message",
    user: { id: "U1", name: "ada", team_id: "T1" },
    team: { id: "T1", domain: "fake" },
    channel: { id: "C1", name: "general" },
    trigger_id: randomUUID(),
    message_ts: "1700000000.000009",
    message: { type: "message", user: "U2", ts: "1700000000.000009", text },
    response_url,
    ...fields,
  };
}

/** The search box is sent. */
export function search(text: string) {
  return {
    type: "view_submission",
    user: { id: "U1", name: "ada", team_id: "T1" },
    team: { id: "T1", domain: "fake" },
    trigger_id: randomUUID(),
    view: {
      id: "V1",
      type: "modal",
      callback_id: "search",
      state: { values: { search: { search: { value: text } } } },
    },
  };
}

export function homeOpened(tab: "home" | "messages") {
  return event({ type: "app_home_opened", user: "U1", channel: "D1", tab, event_ts: newTimestamp() });
}
