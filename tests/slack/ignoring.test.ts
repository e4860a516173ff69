import { expect, it } from "vitest";
import * as payloads from "./fake-slack/payloads.ts";
import { BOT } from "./fake-slack/web-api.ts";
import { type Harness, start } from "./start.ts";

/** How many posts came of everything sent so far, when all of it has been dealt with. */
async function posted({ slack, platform }: Harness): Promise<number> {
  await platform.stop();
  return slack.calls.all.filter(({ method }) => method === "chat.postMessage").length;
}

it("answers once what Slack delivers again and again", async () => {
  const harness = await start();
  const mention = payloads.mention("what-is-compost");
  for (let delivery = 0; delivery < 4; delivery += 1) await harness.send(mention);
  expect(await posted(harness)).toBe(1);
});

it("answers once one message that comes as several events with ids of their own", async () => {
  const harness = await start();
  const text = `<@${BOT.user}> what-is-compost`;
  const ts = payloads.newTimestamp();
  await harness.send(payloads.message(text, { ts }));
  await harness.send(payloads.mention("what-is-compost", { ts }));
  await harness.send(payloads.message(text, { ts }));
  await harness.send(payloads.mention("what-is-compost", { ts }));
  expect(await posted(harness)).toBe(1);
});

it("answers once what is delivered over two sockets", async () => {
  const harness = await start();
  const first = harness.slack.sockets.live();
  harness.slack.sockets.refresh("warning");
  await harness.slack.sockets.open.take();
  await harness.slack.sockets.open.take();
  const mention = payloads.mention("what-is-compost");
  await harness.slack.sockets.deliver({ type: "events_api", payload: mention });
  if (first.readyState === first.OPEN)
    first.send(JSON.stringify({ envelope_id: "E9", type: "events_api", payload: mention }));
  expect(await posted(harness)).toBe(1);
});

it("answers what is delivered again only, because the first delivery was lost", async () => {
  const harness = await start();
  const envelope = { type: "events_api" as const, payload: payloads.mention("what-is-compost"), retry_attempt: 1 };
  await harness.slack.sockets.deliver(envelope);
  expect(await posted(harness)).toBe(1);
});

it("answers a command and a press once, and acknowledges every delivery of them", async () => {
  const { slack, deliver, platform } = await start();
  const command = payloads.command("what-is-compost", slack.createResponseUrl());
  const press = payloads.press(slack.createResponseUrl(), { action: { action_id: "read:0", value: "what-is-mulch" } });
  for (let delivery = 0; delivery < 3; delivery += 1) {
    await deliver("slash_commands", command);
    await deliver("interactive", press);
  }
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "response_url")).toHaveLength(2);
});

const ts = () => payloads.newTimestamp();
const direct = (fields: Record<string, unknown>) => payloads.directMessage("what-is-compost", fields);

it.each([
  ["its own messages", () => direct({ user: BOT.user, bot_id: BOT.bot })],
  ["its own messages without the id of a bot", () => direct({ user: BOT.user })],
  ["messages of other bots", () => direct({ bot_id: "BOTHER", user: "UOTHER" })],
  ["messages of webhooks and workflows", () => direct({ subtype: "bot_message", bot_id: "BHOOK", user: undefined })],
  ["mentions by other bots", () => payloads.mention("what-is-compost", { bot_id: "BOTHER", user: "UOTHER" })],
  ["messages of Slackbot", () => direct({ user: "USLACKBOT" })],
  [
    "edits",
    () => direct({ subtype: "message_changed", hidden: true, message: { text: "what-is-compost", user: "U1" } }),
  ],
  [
    "mentions that were edited into a message",
    () => payloads.mention("what-is-compost", { edited: { user: "U1", ts: ts() } }),
  ],
  ["deletions", () => direct({ subtype: "message_deleted", hidden: true, deleted_ts: ts() })],
  [
    "unfurls",
    () => direct({ subtype: "message_changed", message: { attachments: [{ from_url: "https://example.com" }] } }),
  ],
  ["joins", () => direct({ subtype: "channel_join" })],
  ["channel topics", () => direct({ subtype: "channel_topic", topic: "what-is-compost" })],
  ["messages that nobody wrote", () => direct({ user: undefined })],
])("never answers %s", async (_, payload) => {
  const harness = await start();
  await harness.send(payload());
  expect(await posted(harness)).toBe(0);
});

it("answers a reply that is also sent to the channel, and a message with a file", async () => {
  const harness = await start();
  await harness.send(direct({ subtype: "thread_broadcast" }));
  await harness.send(direct({ subtype: "file_share", files: [{}] }));
  expect(await posted(harness)).toBe(2);
});

it("answers a mention in what somebody says about themselves, with /me", async () => {
  const harness = await start();
  await harness.send(payloads.message(`<@${BOT.user}> what-is-compost`, { subtype: "me_message" }));
  expect(await posted(harness)).toBe(1);
});

const NOTHING = { bot_id: null, subtype: null, edited: null, hidden: null, thread_ts: null, parent_user_id: null };

it("answers messages in which Slack says that something is not there", async () => {
  const harness = await start();
  await harness.send(direct({ subtype: "file_share", files: [{}], bot_id: null }));
  await harness.send(direct(NOTHING));
  await harness.send(direct({ text: null }));
  await harness.send(payloads.mention("what-is-compost", NOTHING));
  expect(await posted(harness)).toBe(4);
});

it("answers the shortcut on a message without text, and a press without what may be missing", async () => {
  const { slack, deliver, press, takeCall } = await start();
  const message = { type: "message", user: "U2", ts: ts(), thread_ts: null, text: null };
  await deliver("interactive", payloads.shortcut("", slack.createResponseUrl(), { message }));
  expect((await takeCall("response_url")).args.text).toContain("Ask me something");
  await press({
    action: { action_id: "read:0", block_id: null, value: "what-is-compost", selected_option: null },
    container: { message_ts: ts(), thread_ts: null, is_ephemeral: null },
    message: null,
    view: null,
  });
  expect((await takeCall("response_url")).args.text).toContain("What is compost?");
});
