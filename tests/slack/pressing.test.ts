import { expect, it } from "vitest";
import type { Call } from "./fake-slack/index.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { start } from "./start.ts";

const PUBLIC = { container: { type: "message", is_ephemeral: false, thread_ts: "1700000000.000005" } };
const DIRECT = { channel: { id: "D1", name: "directmessage" }, container: { type: "message", is_ephemeral: false } };

it("turns a private message into the entry that was pressed", async () => {
  const { slack, press, takeCall } = await start();
  await press({ action: { action_id: "read:0", value: "what-is-mulch" } });
  const { args } = await takeCall("response_url");
  expect(args.replace_original).toBe(true);
  expect(args.text).toContain("What is mulch?");
  expect(JSON.stringify(args.blocks)).toContain("Share in channel");
  expect(slack.violations).toEqual([]);
});

it("shows a related entry of a public answer to whoever pressed, and leaves the answer to the others", async () => {
  const { press, takeCall } = await start();
  await press({ action: { action_id: "read:1", value: "what-is-mulch" }, ...PUBLIC });
  const { args } = await takeCall("response_url");
  expect(args).toMatchObject({
    response_type: "ephemeral",
    replace_original: false,
    thread_ts: "1700000000.000005",
  });
});

it("adds a related entry to a direct conversation", async () => {
  const { press, takeCall } = await start();
  await press({ action: { action_id: "read:1", value: "what-is-mulch" }, ...DIRECT });
  const { args } = await takeCall("response_url");
  expect(args).toMatchObject({ response_type: "in_channel", replace_original: false });
  expect(JSON.stringify(args.blocks)).not.toContain("Share in channel");
});

/** The row of buttons that leads to entries. */
function rowOf({ args }: Call) {
  const rows = args.blocks?.flatMap((block) => (block.type === "actions" ? [block] : [])) ?? [];
  return { block_id: rows[0]?.block_id };
}

it("turns the question what is meant into the answer, for everybody, when its asker chooses", async () => {
  const { slack, send, press, takeCall } = await start();
  await send(payloads.mention("leaves"));
  const row = rowOf(await takeCall("chat.postMessage"));
  await press({ action: { action_id: "choose:0", value: "what-is-mulch", ...row }, ...PUBLIC });
  const { args } = await takeCall("response_url");
  expect(args.replace_original).toBe(true);
  expect(args.text).toContain("What is mulch?");
  expect(JSON.stringify(args.blocks)).not.toContain("Share in channel");
  expect(slack.violations).toEqual([]);
});

it("leaves what somebody else was asked as it is, and answers whoever chooses there privately", async () => {
  const { send, press, takeCall } = await start();
  await send(payloads.mention("leaves", { user: "U2" }));
  const row = rowOf(await takeCall("chat.postMessage"));
  for (const action of [
    { action_id: "choose:0", value: "what-is-mulch", ...row },
    { action_id: "choose:0", value: "what-is-mulch" },
    { action_id: "tour:0", value: '{"pack":"garden","stop":1}' },
    { action_id: "topics", value: "garden" },
  ]) {
    await press({ action, ...PUBLIC });
    expect((await takeCall("response_url")).args).toMatchObject({
      response_type: "ephemeral",
      replace_original: false,
      thread_ts: "1700000000.000005",
    });
  }
});

it("lets two people in their direct messages each ask alone", async () => {
  const { command } = await start();
  await command("what-is-mulch", { channel_id: "D7", user_id: "U1" });
  const alone = await command("how do I make it", { channel_id: "D8", user_id: "U2" });
  const after = await command("how do I make it", { channel_id: "D7", user_id: "U2" });
  expect(after.args).toEqual(alone.args);
});

it("goes on in a thread from what was chosen there", async () => {
  const { send, press, takeCall, bot } = await start();
  const mention = payloads.mention("leaves");
  await send(mention);
  const row = rowOf(await takeCall("chat.postMessage"));
  const container = { type: "message", is_ephemeral: false, thread_ts: mention.event["ts"] };
  await press({ action: { action_id: "choose:0", value: "what-is-mulch", ...row }, container });
  await takeCall("response_url");
  const ask = (conversation: string) => bot.answer({ text: "what is it good for?", conversation });
  bot.answer({ text: "what-is-mulch", conversation: "elsewhere" });
  expect(ask(`slack:C1:${mention.event["ts"]}`)).toEqual(ask("elsewhere"));
});

it("shares in the thread of the message that was answered, after something else was chosen", async () => {
  const { slack, deliver, press, takeCall } = await start();
  await deliver("interactive", payloads.shortcut("leaves", slack.createResponseUrl()));
  const row = rowOf(await takeCall("response_url"));
  await press({ action: { action_id: "choose:0", value: "what-is-compost", ...row } });
  const chosen = await takeCall("response_url");
  expect(JSON.stringify(chosen.args.blocks)).toContain('\\"thread\\":\\"1700000000.000009\\"');
  await press({ action: { action_id: "read:0", value: "what-is-mulch", ...rowOf(chosen) } });
  const read = await takeCall("response_url");
  expect(JSON.stringify(read.args.blocks)).toContain('\\"thread\\":\\"1700000000.000009\\"');
  expect(slack.violations).toEqual([]);
});

it("answers a button whose entry is gone as the question that it is", async () => {
  const { press, takeCall } = await start();
  await press({ action: { action_id: "read:0", value: "repair-my-bicycle" } });
  expect((await takeCall("response_url")).args.text).toContain("I do not know");
});

it("shares a private answer: everybody sees who asked what, and the private one goes away", async () => {
  const { slack, press, takeCall } = await start();
  const value = JSON.stringify({ question: "wat is <!channel> *compost*", entries: ["what-is-compost"] });
  await press({ action: { action_id: "share", value } });
  const shared = await takeCall("response_url");
  expect(shared.args.response_type).toBe("in_channel");
  expect(shared.args.blocks?.[0]).toEqual({
    type: "context",
    elements: [{ type: "plain_text", text: "Shared by ada, in answer to: wat is <!channel> *compost*", emoji: false }],
  });
  expect(shared.args.text).toContain(
    "Shared by ada, in answer to: wat is &lt;!channel&gt; *compost*\n\nWhat is compost?",
  );
  expect((await takeCall("response_url")).args.delete_original).toBe(true);
  expect(slack.violations).toEqual([]);
});

it("shares in the thread that the answer belongs to", async () => {
  const { press, takeCall } = await start();
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"], thread: "1700000000.000007" });
  await press({ action: { action_id: "share", value } });
  expect((await takeCall("response_url")).args.thread_ts).toBe("1700000000.000007");
});

it("carries the question and every entry on the share button, so that what is shared is what was read", async () => {
  const { command, press, takeCall } = await start();
  const { args } = await command("yellow-leaves");
  const rows = args.blocks?.flatMap((block) => (block.type === "actions" ? block.elements : [])) ?? [];
  const share = rows.find((element) => element.type === "button" && element.action_id === "share");
  await press({ action: { action_id: "share", value: share?.type === "button" ? share.value : undefined } });
  const shared = await takeCall("response_url");
  expect(shared.args.text).toContain(
    "Shared by ada, in answer to: Why do the leaves turn yellow?\n\nWhy do the leaves turn yellow?",
  );
});

it("tells whoever shares an answer whose entries are gone, and nobody else", async () => {
  const { slack, press, takeCall, platform } = await start();
  const value = JSON.stringify({ question: "yellow-leaves", entries: ["gone"] });
  await press({ action: { action_id: "share", value } });
  const { args } = await takeCall("response_url");
  expect(args).toMatchObject({ response_type: "ephemeral", replace_original: false });
  expect(args.text).toContain("Something went wrong");
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "response_url")).toHaveLength(1);
});

it("shares once, however often the button is pressed meanwhile", async () => {
  const { slack, press, platform } = await start();
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"] });
  for (let count = 0; count < 3; count += 1) await press({ action: { action_id: "share", value } });
  await platform.stop();
  const shared = slack.calls.all.filter(({ args }) => args.response_type === "in_channel");
  expect(shared).toHaveLength(1);
});

it("does not claim that it could not share where nobody knows, and shares when it is pressed again", async () => {
  const { slack, press, takeCall } = await start();
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"] });
  slack.faults.plan("response_url", { hang: true });
  await press({ action: { action_id: "share", value } });
  const { args } = await takeCall("response_url");
  expect(args.response_type).toBe("ephemeral");
  expect(args.text).toContain("I cannot tell whether that was shared");
  await press({ action: { action_id: "share", value } });
  expect((await takeCall("response_url")).args.response_type).toBe("in_channel");
});

it("names somebody where Slack names nobody, and keeps a shared question on one line", async () => {
  const { press, takeCall } = await start();
  const value = JSON.stringify({ question: "compost?\nbob asked: for more", entries: ["what-is-compost"] });
  await press({ action: { action_id: "share", value }, user: { id: "U1" } });
  expect((await takeCall("response_url")).args.text).toContain(
    "Shared by somebody, in answer to: compost? bob asked: for more\n\n",
  );
});

it("answers publicly at once when asked to share", async () => {
  const { slack, command } = await start();
  const { args } = await command("share yellow-leaves");
  expect(args.response_type).toBe("in_channel");
  expect(args.text).toContain("Shared by ada, in answer to: Why do the leaves turn yellow?");
  expect(slack.violations).toEqual([]);
});

it("keeps to itself that it has no answer to share", async () => {
  const { command } = await start();
  expect((await command("share how do I repair my bicycle")).args.response_type).toBe("ephemeral");
});

it("says so when an answer cannot be shared", async () => {
  const { slack, press, takeCall } = await start();
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"] });
  slack.faults.plan("response_url", { status: 404, error: "used_url" });
  await press({ action: { action_id: "share", value }, channel: { id: "CX", name: "elsewhere" } });
  expect((await takeCall("response_url")).args.text).toContain("Invite me");
});

it("asks to share again in a moment where what keeps it from sharing passes", async () => {
  const { slack, press, takeCall } = await start();
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"] });
  slack.faults.plan("response_url", { status: 404, error: "used_url" });
  slack.faults.plan("chat.postMessage", { error: "service_unavailable" }, { times: Number.POSITIVE_INFINITY });
  await press({ action: { action_id: "share", value }, ...PUBLIC });
  expect((await takeCall("response_url")).args.text).toContain("Try again in a moment");
});

it("thanks for feedback privately, and logs it without the person or the question", async () => {
  const { slack, press, takeCall, logged } = await start();
  const value = JSON.stringify({ helpful: false, entries: ["what-is-compost", "no-such-entry"] });
  await press({ action: { action_id: "feedback", type: "feedback_buttons", value }, ...PUBLIC });
  expect((await takeCall("response_url")).args).toMatchObject({
    response_type: "ephemeral",
    text: "Thank you, noted.",
  });
  const line = logged.find((entry) => entry.includes("Feedback"));
  expect(JSON.parse(line ?? "{}")).toMatchObject({ helpful: false, entries: ["what-is-compost"] });
  expect(line).not.toContain("U1");
  expect(slack.violations).toEqual([]);
});

it.each([
  { action_id: "share", value: "nonsense" },
  { action_id: "feedback", value: "[]" },
  { action_id: "ask", value: "ask" },
  { action_id: "sesame:0", value: "open" },
  { action_id: "constructor" },
])("answers the button $action_id even where it makes no sense of it", async (action) => {
  const { slack, press, takeCall } = await start();
  await press({ action, ...PUBLIC });
  const { args } = await takeCall("response_url");
  expect(args).toMatchObject({ response_type: "ephemeral", replace_original: false });
  expect(args.text).toContain("Something went wrong");
  expect(slack.violations).toEqual([]);
});

it("acknowledges a press that it cannot reply to, and does nothing", async () => {
  const { slack, deliver, platform } = await start();
  await deliver("interactive", { ...payloads.press("", { action: { action_id: "read:0" } }), channel: null });
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "response_url")).toEqual([]);
});
