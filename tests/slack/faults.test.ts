import { expect, it, onTestFinished, vi } from "vitest";
import { signed } from "./fake-slack/deliver-http.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { BOT, TOKENS } from "./fake-slack/web-api.ts";
import { type Harness, start } from "./start.ts";

/** What the log says about calls that failed: Slack's codes, each with what to do. */
function failures({ logged }: Harness): { error: string; hint: string }[] {
  return logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "Slack did not take a call");
}

it("waits in one channel for as long as Slack says, while others go on", async () => {
  const { slack, send, takeCall } = await start();
  const isFirst = ({ channel }: Record<string, unknown>) => channel === "C1";
  slack.faults.plan("chat.postMessage", { status: 429, headers: { "retry-after": "1" } }, { when: isFirst });
  await send(payloads.mention("what-is-compost", { channel: "C1" }));
  await send(payloads.mention("what-is-mulch", { channel: "C2" }));
  const order = [(await takeCall("chat.postMessage")).args.channel, (await takeCall("chat.postMessage")).args.channel];
  expect(order).toEqual(["C2", "C1"]);
});

it("does not wait for an hour, but answers by direct message", async () => {
  const harness = await start();
  harness.slack.faults.plan("chat.postMessage", { status: 429, headers: { "retry-after": "3600" } });
  await harness.send(payloads.mention("what-is-compost"));
  expect((await harness.takeCall("chat.postMessage")).args.channel).toBe("U1");
  expect(failures(harness).map(({ error }) => error)).toEqual(["ratelimited"]);
});

it.each([{}, { "retry-after": "" }, { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" }])(
  "waits as usual where Slack limits the rate but does not say for how long: %j",
  async (headers) => {
    const { slack, send, command, takeCall } = await start();
    slack.faults.plan("chat.postMessage", { status: 429, headers });
    await send(payloads.mention("what-is-compost"));
    expect((await takeCall("chat.postMessage")).args.channel).toBe("C1");
    slack.faults.plan("response_url", { status: 429, headers });
    expect((await command("what-is-compost")).args.text).toContain("What is compost?");
  },
);

it.each(["<html>Sign in to the guest network</html>", "{}", '{"ok":false,"error":{"code":7}}'])(
  "answers the asker alone where something other than Slack answered, and says so in the log: %s",
  async (body) => {
    const harness = await start();
    harness.slack.faults.plan("chat.postMessage", { body });
    await harness.send(payloads.mention("what-is-compost"));
    expect((await harness.takeCall("chat.postEphemeral")).args).toMatchObject({ channel: "C1", user: "U1" });
    expect(harness.logged.join("")).not.toContain("guest network");
    expect(failures(harness)[0]?.hint).toContain("SLACK_API_URL");
  },
);

it("posts again after an error of Slack's servers", async () => {
  const { slack, send, takeCall } = await start();
  slack.faults.plan("chat.postMessage", { status: 503 }, { times: 2 });
  await send(payloads.mention("what-is-compost"));
  expect((await takeCall("chat.postMessage")).args.text).toContain("What is compost?");
});

it("lets many answers wait at once, which Node does not take for a leak", async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => void warnings.push(warning);
  process.on("warning", onWarning);
  onTestFinished(() => void process.off("warning", onWarning));
  const { slack, deliver, takeCall } = await start({ timing: { retries: [1_000] } });
  const urls = Array.from({ length: 20 }, () => slack.createResponseUrl());
  slack.faults.plan("response_url", { status: 503 }, { times: urls.length });
  for (const url of urls) await deliver("slash_commands", payloads.command("what-is-compost", url));
  for (const _ of urls) await takeCall("response_url");
  expect(warnings).toEqual([]);
});

it("replies again after an error of a response_url", async () => {
  const { slack, command } = await start();
  slack.faults.plan("response_url", { status: 500 });
  expect((await command("what-is-compost")).args.text).toContain("What is compost?");
  slack.faults.plan("response_url", { status: 429, headers: { "retry-after": "0" } });
  expect((await command("what-is-compost")).args.text).toContain("What is compost?");
});

it.each([{ hang: true }, { status: 500 }, { error: "internal_error" }, { error: "fatal_error" }])(
  "repeats an answer to its asker alone when nobody knows whether it was posted: %o",
  async (fault) => {
    const { slack, send, takeCall } = await start();
    slack.faults.plan("chat.postMessage", fault);
    await send(payloads.mention("what-is-compost"));
    const { args } = await takeCall("chat.postEphemeral");
    expect(args).toMatchObject({ channel: "C1", user: "U1", text: expect.stringContaining("What is compost?") });
    expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toEqual([]);
    expect(slack.violations).toEqual([]);
  },
);

it("does not post twice when Slack does not say whether it took a post, and goes on with the next", async () => {
  const harness = await start();
  const { slack, send, settle } = harness;
  slack.faults.plan("chat.postMessage", { hang: true });
  await send(payloads.mention("what-is-compost"));
  await settle();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  expect(failures(harness)).toMatchObject([{ error: "timeout", hint: expect.stringContaining("slack-status.com") }]);
});

it("answers by direct message, and says why, where it may not write", async () => {
  const harness = await start();
  await harness.send(payloads.mention("what-is-compost", { channel: "CX" }));
  const { args } = await harness.takeCall("chat.postMessage");
  expect(args.channel).toBe("U1");
  expect(args.text).toContain("I could not write where you asked me");
  expect(args.text).toContain("What is compost?");
  expect(failures(harness)).toMatchObject([{ error: "not_in_channel", hint: expect.stringContaining("/invite") }]);
  expect(harness.slack.violations).toEqual([]);
});

it.each(["channel_not_found", "is_archived", "restricted_action", "missing_scope"])(
  "answers by direct message when Slack says %s",
  async (error) => {
    const harness = await start();
    harness.slack.faults.plan("chat.postMessage", { error });
    await harness.send(payloads.mention("what-is-compost"));
    expect((await harness.takeCall("chat.postMessage")).args.channel).toBe("U1");
    expect(failures(harness)).toMatchObject([{ error, hint: expect.stringMatching(/.{20}/) }]);
  },
);

it.each([{}, { parent_user_id: BOT.user }])(
  "answers nobody by direct message who did not ask it, in a thread where it may not write: %j",
  async (fields) => {
    const { slack, send, takeCall, platform } = await start();
    const isThere = ({ channel }: Record<string, unknown>) => channel === "C1";
    slack.faults.plan("chat.postMessage", { error: "restricted_action" }, { times: 9, when: isThere });
    const mention = payloads.mention("what-is-compost");
    await send(mention);
    expect((await takeCall("chat.postMessage")).args.channel).toBe("U1");
    const followUp = { thread_ts: mention.event["ts"], user: "U2", ...fields };
    await send(payloads.message("what-is-mulch", followUp));
    await send(payloads.message("what-is-mulch", followUp));
    await platform.stop();
    expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  },
);

it("keeps out of a thread in which it could not answer, until it is mentioned there again", async () => {
  const { slack, send, takeCall, settle, platform } = await start();
  slack.faults.plan("chat.postMessage", { error: "restricted_action" });
  const mention = payloads.mention("what-is-compost");
  const thread_ts = mention.event["ts"];
  await send(mention);
  expect((await takeCall("chat.postMessage")).args.channel).toBe("U1");
  await settle();
  await send(payloads.message("what-is-mulch", { thread_ts }));
  await send(payloads.mention("what-is-compost", { thread_ts }));
  expect((await takeCall("chat.postMessage")).args.text).toContain("What is compost?");
  await send(payloads.message("what-is-mulch", { thread_ts }));
  expect((await takeCall("chat.postMessage")).args.text).toContain("What is mulch?");
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(4);
});

it.each([{ status: 503 }, { status: 429, headers: { "retry-after": "3600" } }, { error: "invalid_auth" }])(
  "stays in a thread in which it could not answer for a moment, though not for good: %o",
  async (fault) => {
    const { slack, send, takeCall, settle } = await start();
    const isThere = ({ channel }: Record<string, unknown>) => channel === "C2";
    slack.faults.plan("chat.postMessage", fault, { times: Number.POSITIVE_INFINITY, when: isThere });
    const mention = payloads.mention("what-is-compost", { channel: "C2" });
    await send(mention);
    expect((await takeCall("chat.postMessage")).args.channel).toBe("U1");
    await settle();
    slack.faults.clear();
    await send(payloads.message("what-is-mulch", { channel: "C2", thread_ts: mention.event["ts"] }));
    expect((await takeCall("chat.postMessage")).args).toMatchObject({ channel: "C2" });
  },
);

it.each(["invalid_blocks", "msg_too_long", "msg_blocks_too_long"])(
  "sends plain text when Slack says %s",
  async (error) => {
    const { slack, send, command, takeCall } = await start();
    slack.faults.plan("chat.postMessage", { error });
    await send(payloads.mention("what-is-compost"));
    const posted = await takeCall("chat.postMessage");
    expect(posted.args.blocks).toBeUndefined();
    expect(posted.args.text).toContain("Compost is plant matter");
    slack.faults.plan("response_url", { error });
    const replied = await command("what-is-compost");
    expect(replied.args.blocks).toBeUndefined();
    expect(replied.args.text).toContain("Compost is plant matter");
  },
);

it("replies another way when the response_url is used up", async () => {
  const { slack, deliver, takeCall } = await start();
  const url = slack.createResponseUrl();
  for (let use = 0; use < 5; use += 1) {
    await deliver("slash_commands", payloads.command("what-is-compost", url));
    await takeCall("response_url");
  }
  await deliver("slash_commands", payloads.command("what-is-compost", url));
  const { args } = await takeCall("chat.postEphemeral");
  expect(args).toMatchObject({ channel: "C1", user: "U1" });
});

it("replies by direct message when the response_url is used up where the bot is no member", async () => {
  const { slack, deliver, takeCall } = await start();
  const url = new URL("/response/gone", slack.apiUrl).href;
  await deliver("slash_commands", payloads.command("what-is-compost", url, { channel_id: "CX" }));
  expect((await takeCall("chat.postMessage")).args.channel).toBe("U1");
});

it("replies another way when a response_url hangs, and when it cannot be reached", async () => {
  const { slack, deliver, takeCall } = await start();
  slack.faults.plan("response_url", { hang: true });
  await deliver("slash_commands", payloads.command("what-is-compost", slack.createResponseUrl()));
  expect((await takeCall("chat.postEphemeral")).args.text).toContain("What is compost?");
  await deliver("slash_commands", payloads.command("what-is-mulch", "http://127.0.0.1:1/response"));
  expect((await takeCall("chat.postEphemeral")).args.text).toContain("What is mulch?");
});

it("says in the log that the network is at fault, where it is", async () => {
  const harness = await start();
  await harness.deliver("slash_commands", payloads.command("what-is-compost", "http://127.0.0.1:1/response"));
  await harness.takeCall("chat.postEphemeral");
  expect(failures(harness)).toMatchObject([{ error: "ECONNREFUSED", hint: expect.stringContaining("DNS") }]);
  expect(harness.logged.join("")).not.toContain("docs.slack.dev");
});

it("answers one person privately while the answer to another takes its time", async () => {
  const { slack, deliver, takeCall } = await start({ timing: { call: 60_000, stop: 0 } });
  slack.faults.plan("response_url", { status: 404, error: "used_url" }, { times: 2 });
  const isFirst = ({ text }: Record<string, unknown>) => String(text).includes("What is compost?");
  slack.faults.plan("chat.postEphemeral", { hang: true }, { when: isFirst });
  await deliver("slash_commands", payloads.command("what-is-compost", slack.createResponseUrl()));
  await deliver("slash_commands", payloads.command("what-is-mulch", slack.createResponseUrl()));
  expect((await takeCall("chat.postEphemeral")).args.text).toContain("What is mulch?");
});

it.each(["socket", "http"] as const)(
  "goes on, not ready, while its token is refused, and recovers even if nobody asks it anything: by %s",
  async (transport) => {
    const harness = await start({ transport });
    const { slack, http, platform } = harness;
    for (const method of ["auth.test", "chat.postMessage"]) {
      slack.faults.plan(method, { error: "token_revoked" }, { times: Number.POSITIVE_INFINITY });
    }
    const mention = payloads.mention("what-is-compost");
    if (transport === "socket") await harness.send(mention);
    else await fetch(signed(http.address() ?? "", { json: mention }));
    await vi.waitFor(() => expect(platform.isReady()).toBe(false));
    expect(failures(harness)[0]).toMatchObject({
      error: "token_revoked",
      hint: expect.stringContaining("SLACK_BOT_TOKEN"),
    });
    slack.faults.clear();
    await vi.waitFor(() => expect(platform.isReady()).toBe(true));
    expect(harness.logged.join("")).toContain("takes the bot's token again");
  },
);

it("is not ready again for a reply by response_url alone, which takes no token", async () => {
  const harness = await start();
  const { slack, platform, send, command } = harness;
  for (const method of ["auth.test", "chat.postMessage"]) {
    slack.faults.plan(method, { error: "token_revoked" }, { times: Number.POSITIVE_INFINITY });
  }
  await send(payloads.mention("what-is-compost"));
  // Neither in the thread nor directly.
  await vi.waitFor(() => expect(failures(harness)).toHaveLength(2));
  for (const question of ["what-is-mulch", "what-is-compost"]) await command(question);
  expect(platform.isReady()).toBe(false);
});

it("drops answers to a channel in which more wait than anybody waits for, and goes on in others", async () => {
  const { slack, send, takeCall, logged } = await start({ timing: { call: 5_000, stop: 0 } });
  slack.faults.plan("chat.postMessage", { hang: true });
  for (let mention = 0; mention < 60; mention += 1) await send(payloads.mention("what-is-compost"));
  await send(payloads.mention("what-is-mulch", { channel: "C2" }));
  expect((await takeCall("chat.postMessage")).args.channel).toBe("C2");
  expect(logged.join("")).toContain("More answers wait than anybody waits for");
});

it("storms neither Slack with private answers nor the log when a channel has no room for more", async () => {
  const { slack, send, takeCall, logged } = await start({ timing: { stop: 0 } });
  for (let mention = 0; mention < 200; mention += 1) await send(payloads.mention("what-is-compost"));
  await send(payloads.mention("what-is-mulch", { channel: "C2" }));
  await takeCall("chat.postMessage", ({ args }) => args.channel === "C2");
  const answers = slack.calls.all.filter(({ method }) => method.startsWith("chat."));
  expect(answers.length).toBeLessThan(100);
  expect(logged.filter((line) => line.includes("More answers wait"))).toHaveLength(1);
});

it("survives payloads that make no sense, acknowledges them, and answers the next question", async () => {
  const { send, deliver, command } = await start();
  const odd: [Parameters<Harness["deliver"]>[0], unknown][] = [
    ["events_api", payloads.event({ type: "message" })],
    ["events_api", payloads.event({ type: "message", channel: 7, text: {}, user: [], ts: null })],
    ["events_api", payloads.event({ type: "no_such_event" })],
    ["events_api", payloads.event({ type: "app_home_opened" })],
    ["events_api", payloads.event({ type: "app_mention", channel: "C1", user: "U1", ts: "1", text: "\u0000\ud800" })],
    ["slash_commands", { command: "/garden" }],
    ["slash_commands", { command: "/garden", user_id: "U1", channel_id: "C1", response_url: "nowhere" }],
    ["slash_commands", { command: "/unknown" }],
    ["interactive", { type: "block_actions", actions: [] }],
    ["interactive", { type: "block_actions", user: { id: "U1" }, actions: [{ action_id: "read:0" }] }],
    ["interactive", { type: "message_action", callback_id: "answer-message", user: null, team: null }],
  ];
  for (const [type, payload] of odd) await deliver(type, payload);
  await send({ type: "app_rate_limited", team_id: "T1", minute_rate_limited: 1, api_app_id: "A1" });
  expect((await command("what-is-compost")).args.text).toContain("What is compost?");
});

it("says in the log when Slack limits its events", async () => {
  const { send, settle, logged } = await start();
  await send({ type: "app_rate_limited", team_id: "T1", minute_rate_limited: 1, api_app_id: "A1" });
  await settle();
  expect(logged.join("")).toContain("Slack limits events");
});

it("never logs a token, a question or an answer", async () => {
  const { slack, send, deliver, platform, logged } = await start();
  slack.faults.plan("response_url", { status: 404, error: "used_url" });
  slack.faults.plan("chat.postMessage", { error: "invalid_blocks" });
  slack.faults.plan("chat.postEphemeral", { hang: true });
  await send(payloads.mention("what is the password hunter2"));
  await send(payloads.directMessage("what is the password hunter2"));
  await deliver("slash_commands", payloads.command("what is the password hunter2", slack.createResponseUrl()));
  await deliver("interactive", { type: "block_actions", actions: [{ value: "hunter2" }] });
  slack.sockets.cut();
  await platform.stop();
  const log = logged.join("");
  expect(logged.length).toBeGreaterThan(4);
  for (const secret of [TOKENS.bot, TOKENS.app, "hunter2", "I do not know"]) expect(log).not.toContain(secret);
});
