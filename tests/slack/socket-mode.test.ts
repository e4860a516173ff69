import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { SIGNING_SECRET } from "./fake-slack/deliver-http.ts";
import type { FakeSlack } from "./fake-slack/index.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { TOKENS } from "./fake-slack/web-api.ts";
import { type Harness, start } from "./start.ts";

/** Resolves once the bot answers again, over whatever socket it has by then. */
async function answersAgain({ slack, platform, command }: Harness): Promise<void> {
  const isConnected = () => {
    slack.sockets.live();
    expect(platform.isReady()).toBe(true);
  };
  await vi.waitFor(isConnected, { interval: 5, timeout: 5_000 });
  expect((await command("what-is-compost")).args.text).toContain("What is compost?");
}

/** How often the bot has asked for a socket. */
function attempts({ calls, refused }: FakeSlack): number {
  return [...calls.all, ...refused.all].filter(({ method }) => method === "apps.connections.open").length;
}

/** What the log says about waiting for Slack. */
function waits({ logged }: Harness): { error: string; hint: string }[] {
  return logged.filter((line) => line.includes("Slack cannot be reached")).map((line) => JSON.parse(line));
}

it.each([
  ["socket", "Socket Mode"],
  ["http", "HTTP"],
] as const)("says in the log once, by %s, that it is connected, as whom, and how", async (transport, name) => {
  const { logged } = await start({ transport });
  const said = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "The bot is connected to Slack");
  expect(said).toMatchObject([{ level: 30, workspace: "Fake", name: "helper", transport: name }]);
  for (const secret of [TOKENS.bot, TOKENS.app, SIGNING_SECRET]) expect(logged.join("")).not.toContain(secret);
});

it("opens the next socket before it gives up the last, when Slack asks for a new one", async () => {
  const harness = await start();
  const { sockets } = harness.slack;
  const first = await sockets.open.take();
  const events: string[] = [];
  first.on("close", () => events.push("first closed"));
  sockets.refresh();
  await sockets.open.take().then(() => events.push("second opened"));
  await vi.waitFor(() => expect(first.readyState).toBe(first.CLOSED));
  expect(events).toEqual(["second opened", "first closed"]);
  await answersAgain(harness);
});

it.each(["warning", "refresh_requested", "link_disabled", "too_many_websockets", "because", undefined])(
  "gets a new socket when Slack says %s",
  async (reason) => {
    const harness = await start();
    await harness.slack.sockets.open.take();
    harness.slack.sockets.refresh(reason);
    await harness.slack.sockets.open.take();
    await answersAgain(harness);
  },
);

it("says in the log how to switch Socket Mode on again", async () => {
  const harness = await start();
  harness.slack.sockets.refresh("link_disabled");
  await answersAgain(harness);
  await vi.waitFor(() => expect(harness.logged.join("")).toContain("Switch Socket Mode on, on the app's page"));
});

it("comes back after its socket is cut, time and again", async () => {
  const harness = await start();
  for (let cut = 0; cut < 10; cut += 1) {
    await harness.slack.sockets.open.take();
    harness.slack.sockets.cut();
  }
  await harness.slack.sockets.open.take();
  await answersAgain(harness);
});

it("is not ready during an outage, tries on and on, and comes back by itself", async () => {
  const harness = await start();
  harness.slack.goDown();
  await vi.waitFor(() => expect(harness.platform.isReady()).toBe(false));
  // At its usual pace, half a second and then up to half a minute, this many attempts take ten minutes.
  await vi.waitFor(() => expect(harness.logged.filter((line) => line.includes("trying again"))).toHaveLength(25), {
    interval: 5,
    timeout: 5_000,
  });
  harness.slack.comeBack();
  await answersAgain(harness);
});

it.each([
  ["refuses with status 503", { status: 503 }],
  ["refuses with status 500", { status: 500 }],
  ["limits it", { status: 429, headers: { "retry-after": "0" } }],
  ["says internal_error", { error: "internal_error" }],
  ["hangs", { hang: true }],
])("comes back when the call for a socket's address %s", async (_, fault) => {
  const harness = await start();
  harness.slack.faults.plan("apps.connections.open", fault, { times: 2 });
  harness.slack.sockets.cut();
  await answersAgain(harness);
});

it("comes back when the socket is refused", async () => {
  const harness = await start();
  const { behaviour } = harness.slack.sockets;
  behaviour.refusesUpgrade = true;
  harness.slack.sockets.cut();
  await vi.waitFor(() => expect(attempts(harness.slack)).toBeGreaterThan(3), { interval: 5, timeout: 5_000 });
  expect(harness.platform.isReady()).toBe(false);
  behaviour.refusesUpgrade = false;
  await answersAgain(harness);
});

it("does not wait for ever for a hello, nor start without one", async () => {
  const harness = await start({ timing: { call: 100, connect: 150 }, isStarted: false });
  const { behaviour } = harness.slack.sockets;
  behaviour.saysHello = false;
  const starting = harness.platform.start();
  await vi.waitFor(() => expect(harness.logged.join("")).toContain("no_hello"), { interval: 5, timeout: 5_000 });
  expect(harness.platform.isReady()).toBe(false);
  behaviour.saysHello = true;
  await starting;
  await answersAgain(harness);
});

it("does not wait for ever for the hello of a new socket", async () => {
  const harness = await start({ timing: { call: 100, connect: 150 } });
  const { behaviour } = harness.slack.sockets;
  behaviour.saysHello = false;
  harness.slack.sockets.cut();
  await vi.waitFor(() => expect(harness.logged.join("")).toContain("no_hello"), { interval: 5, timeout: 5_000 });
  behaviour.saysHello = true;
  await answersAgain(harness);
});

it("goes on when its app token is revoked while it runs, says so, and recovers once it is mended", async () => {
  const harness = await start();
  harness.slack.faults.plan("apps.connections.open", { error: "invalid_auth" }, { times: 3 });
  harness.slack.sockets.cut();
  await vi.waitFor(() => expect(harness.platform.isReady()).toBe(false), { interval: 1 });
  await vi.waitFor(() => expect(harness.logged.join("")).toContain("Slack refuses SLACK_APP_TOKEN"));
  await answersAgain(harness);
  expect(waits(harness).filter(({ error }) => error === "invalid_auth")).toEqual([]);
});

it.each<[string, (slack: FakeSlack) => void, string]>([
  ["nothing answers", (slack) => slack.goDown(), "firewall of this machine"],
  [
    "a page of a proxy's comes",
    ({ faults }) => faults.plan("apps.connections.open", { body: "<html>" }),
    "SLACK_API_URL",
  ],
  ["its servers fail", ({ faults }) => faults.plan("apps.connections.open", { status: 503 }), "slack-status.com"],
  [
    "a socket is refused",
    ({ sockets }) => void Object.assign(sockets.behaviour, { refusesUpgrade: true }),
    "WebSockets",
  ],
])("says in the log what to look at while it waits for Slack: %s", async (_, fail, hint) => {
  const harness = await start();
  fail(harness.slack);
  harness.slack.sockets.cut();
  await vi.waitFor(() => expect(waits(harness)).not.toEqual([]));
  expect(waits(harness)[0]).toMatchObject({ level: 40, hint: expect.stringContaining(hint) });
});

it("survives frames that make no sense, and answers the next question", async () => {
  const harness = await start();
  const { sockets } = harness.slack;
  const frames = [
    "",
    "not JSON",
    "null",
    "[]",
    "7",
    '{"type":7}',
    '{"type":"close"}',
    '{"type":"disconnected"}',
    '{"type":"events_api"}',
    '{"type":"events_api","payload":null}',
    '{"type":"events_api","payload":{"type":"event_callback"}}',
    '{"type":"events_api","payload":{"type":"event_callback","event":null}}',
    '{"type":"events_api","payload":{"type":"event_callback","event":{"type":7}}}',
    '{"type":"slash_commands"}',
    '{"type":"interactive","payload":null}',
    '{"type":"hello","num_connections":"many"}',
  ];
  for (const frame of frames) sockets.sendRaw(frame);
  sockets.sendRaw(Buffer.from([0, 1, 2]));
  await answersAgain(harness);
});

it.each([
  ["events_api", undefined],
  ["events_api", null],
  ["events_api", "text"],
  ["events_api", 7],
  ["events_api", { type: "event_callback", event: "text" }],
  ["events_api", { type: "event_callback", event: { type: "message", channel: 7, ts: {} } }],
  ["slash_commands", undefined],
  ["slash_commands", null],
  ["slash_commands", "text"],
  ["slash_commands", { command: ["/garden"] }],
  ["interactive", undefined],
  ["interactive", []],
  ["interactive", { type: "block_actions", actions: "none" }],
  ["interactive", { type: "view_submission", view: null }],
] as const)("acknowledges what it cannot read, so that it does not come again: %s with %j", async (type, payload) => {
  const harness = await start();
  await harness.slack.sockets.deliver({ type, payload });
  await answersAgain(harness);
});

it("gets a new socket when one announces a frame that is too large", async () => {
  const harness = await start();
  await harness.slack.sockets.open.take();
  harness.slack.sockets.announce(2 ** 31);
  await harness.slack.sockets.open.take();
  await answersAgain(harness);
});

it("survives frames that are large and of no use", async () => {
  const harness = await start();
  const { sockets } = harness.slack;
  sockets.sendRaw(JSON.stringify({ type: "new_kind", much: "x".repeat(20_000_000) }));
  sockets.sendRaw("[".repeat(1_000_000));
  sockets.sendRaw(Buffer.alloc(1_000_000, 0xff));
  await answersAgain(harness);
});

it("survives any frame", async () => {
  const harness = await start();
  const type = fc.constantFrom("events_api", "slash_commands", "interactive", "hello", "other");
  const event = fc.record({ type: fc.constant("event_callback"), event: fc.jsonValue() });
  const envelope = fc.record({ type, envelope_id: fc.string(), payload: fc.oneof(event, fc.jsonValue()) });
  const frame = fc.oneof(
    fc.json(),
    envelope.map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { maxLength: 20 }), async (frames) => {
      for (const text of frames) harness.slack.sockets.sendRaw(text);
      await answersAgain(harness);
    }),
    { numRuns: 30 },
  );
});

it("replaces a socket that has fallen silent without closing", async () => {
  const harness = await start({ timing: { pong: 60 } });
  await harness.slack.sockets.open.take();
  harness.slack.sockets.fallSilent();
  await harness.slack.sockets.open.take();
  await answersAgain(harness);
});

it("waits for Slack when it cannot be reached at the start, and can be stopped meanwhile", async () => {
  const harness = await start({ isStarted: false });
  harness.slack.goDown();
  const starting = harness.platform.start();
  await vi.waitFor(() => expect(harness.logged.join("")).toContain("trying again"));
  expect(harness.platform.isReady()).toBe(false);
  harness.slack.comeBack();
  await starting;
  await answersAgain(harness);

  const other = await start({ isStarted: false });
  other.slack.goDown();
  const waiting = other.platform.start();
  await other.platform.stop();
  await waiting;
  expect(other.platform.isReady()).toBe(false);
});

it.each([
  ["auth.test", "invalid_auth", "SLACK_BOT_TOKEN"],
  ["auth.test", "account_inactive", "SLACK_BOT_TOKEN"],
  ["apps.connections.open", "invalid_auth", "SLACK_APP_TOKEN"],
  ["apps.connections.open", "missing_scope", "SLACK_APP_TOKEN"],
])("does not start when %s says %s, and says which setting to change", async (method, error, setting) => {
  const { slack, platform } = await start({ isStarted: false });
  slack.faults.plan(method, { error });
  await expect(platform.start()).rejects.toMatchObject({
    name: "BotError",
    message: `Slack refuses ${setting} (${error}).`,
    hint: expect.stringContaining(setting),
  });
});

it("says at the start which scopes the app lacks", async () => {
  const { slack, logged, platform } = await start({ isStarted: false });
  slack.grant("chat:write,commands,app_mentions:read");
  await platform.start();
  const line = logged.find((candidate) => candidate.includes("lacks scopes")) ?? "";
  expect(JSON.parse(line).missing).toContain("im:history");
  expect(JSON.parse(line).missing).not.toContain("commands");
});

it("lets answers under way finish when it stops, and hears nothing afterwards", async () => {
  const { slack, send, platform, logged } = await start();
  const socket = await slack.sockets.open.take();
  slack.faults.plan("chat.postMessage", { status: 503 }, { times: 2 });
  await send(payloads.mention("what-is-compost"));
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  expect(platform.isReady()).toBe(false);
  await vi.waitFor(() => expect(socket.readyState).toBe(socket.CLOSED));
  expect(() => slack.sockets.live()).toThrow();
  expect(logged.join("")).not.toContain("was replaced");
});

it("stops without having been started", async () => {
  const { platform } = await start({ isStarted: false });
  await expect(platform.stop()).resolves.toBeUndefined();
});
