import { GatewayOpcodes } from "discord.js";
import { describe, expect, it } from "vitest";
import { WORDS } from "../../src/core/wording.ts";
import { BotError } from "../../src/errors.ts";
import * as events from "./fake/events.ts";
import { BOT } from "./fake/ids.ts";
import { see } from "./fake/read.ts";
import type { Fault } from "./fake/rest.ts";
import { openDiscord, PRIVATE_WORD, type Running, setUp, start } from "./fake/start.ts";

/** The bot hears and answers. */
async function expectToAnswer({ discord, platform }: Running): Promise<void> {
  const interaction = events.slashCommand({ question: `what is compost ${PRIVATE_WORD}` });
  discord.interact(interaction);
  expect(await discord.rest.next("response")).toMatchObject({ ids: [interaction.id, interaction.token], status: 204 });
  expect(platform.isReady()).toBe(true);
}

describe("a connection that breaks", () => {
  it.each([
    ["is cut", ({ discord }: Running) => discord.gateway.cut()],
    ["is closed by an error of Discord's", ({ discord }: Running) => discord.gateway.close(4000)],
    ["is to be made anew", ({ discord }: Running) => discord.gateway.requestReconnect()],
  ])("comes back when it %s, and nothing that was asked meanwhile is lost", async (_, harm) => {
    const running = await start({ isTroubled: true });
    const resumed = running.discord.gateway.next("resumed");
    harm(running);
    await running.find(/is lost/);
    expect(running.platform.isReady()).toBe(false);
    const meanwhile = events.slashCommand({ question: "what is mulch" });
    running.discord.interact(meanwhile);
    await resumed;
    await running.find(/is back/);
    expect(await running.discord.rest.next("response")).toMatchObject({ ids: [meanwhile.id, meanwhile.token] });
    await expectToAnswer(running);
  });

  it("comes back when it seems to live and is dead", async () => {
    const discord = await openDiscord({ heartbeat: 50 });
    const running = await start({ discord, isTroubled: true });
    const resumed = discord.gateway.next("resumed");
    discord.gateway.mute(true);
    await resumed;
    discord.gateway.mute(false);
    await running.find(/is back/);
    await expectToAnswer(running);
  });

  it("comes back after Discord was away and has forgotten it", async () => {
    const running = await start({ isTroubled: true });
    const identified = running.discord.gateway.next("identified");
    await running.discord.fail();
    await running.find(/is lost/);
    await running.discord.restore();
    running.discord.gateway.forget();
    await identified;
    await running.find(/is back/);
    await expectToAnswer(running);
    expect(running.lines.filter((line) => line.includes("is lost"))).toHaveLength(1);
  });

  it("comes back after an error of the transport", async () => {
    const running = await start({ isTroubled: true });
    const resumed = running.discord.gateway.next("resumed");
    running.discord.gateway.send(Buffer.from([0xff, 0xfe]));
    expect(await running.find(/The connection to Discord has failed/)).toContain("UTF-8");
    await resumed;
    await running.find(/is back/);
    await expectToAnswer(running);
  });
});

/** Close code → what the hint tells to change. */
const REFUSALS: readonly [number, RegExp][] = [
  [4004, /DISCORD_TOKEN/],
  [4010, /DISCORD_SHARDS/],
  [4011, /DISCORD_SHARDS to auto/],
  [4012, /update the bot/],
  [4013, /update the bot/],
  [4014, /Privileged Gateway Intents, switch on Message Content Intent/],
];

describe("a connection that Discord refuses for good", () => {
  it.each(REFUSALS)("at the start (%i) is an error that says what to change", async (code, hint) => {
    const running = await setUp({ isTroubled: true });
    running.discord.gateway.refuse(code);
    const error: unknown = await running.platform.start().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BotError);
    expect(error).toMatchObject({ message: expect.stringContaining(String(code)), hint: expect.stringMatching(hint) });
    expect(running.platform.isReady()).toBe(false);
  });

  it.each(REFUSALS)(
    "later (%i) leaves the bot running, not ready, and the log says what to change",
    async (code, hint) => {
      const running = await start({ isTroubled: true });
      expect(running.platform.isReady()).toBe(true);
      running.discord.gateway.close(code);
      expect(await running.find(/closed the connection for good/)).toMatch(hint);
      expect(running.platform.isReady()).toBe(false);
    },
  );

  it("for its token is an error that says so", async () => {
    const running = await setUp({ config: { token: "wrong" }, isTroubled: true });
    await expect(running.platform.start()).rejects.toMatchObject({
      message: "Discord refuses the token.",
      hint: expect.stringContaining("DISCORD_TOKEN"),
    });
  });

  it("for its token only when it asks for the gateway is an error that says so", async () => {
    const running = await setUp({ isTroubled: true });
    running.discord.rest.fail("gateway", { status: 401 });
    await expect(running.platform.start()).rejects.toBeInstanceOf(BotError);
  });
});

describe("a Discord that is away when the bot starts", () => {
  it("is waited for", async () => {
    const running = await setUp({ isTroubled: true });
    await running.discord.fail();
    const started = running.platform.start();
    await running.find(/cannot be reached/);
    expect(running.platform.isReady()).toBe(false);
    await running.discord.restore();
    await started;
    await expectToAnswer(running);
  });

  it.each<[string, Fault, string]>([
    ["hangs", "hang", "did not answer in time"],
    ["wants no call for an hour", { status: 429, retryAfter: 3600 }, '"retryAfter":3600'],
  ])("is asked again before long, and the log says why, where it %s", async (_, fault, reason) => {
    const running = await setUp({ isTroubled: true });
    running.discord.rest.fail("gateway", fault, 3);
    await running.platform.start();
    expect(await running.find(/cannot be reached/)).toContain(reason);
    await expectToAnswer(running);
  });

  it("is waited for where it only stumbles", async () => {
    const running = await setUp({ isTroubled: true });
    running.discord.rest.fail("gateway", { status: 500 }, 4);
    await running.platform.start();
    await expectToAnswer(running);
  });

  it("is waited for where it takes no more connections that day, and the log says so", async () => {
    const running = await setUp({ discord: await openDiscord({ sessions: 0 }), isTroubled: true });
    const started = running.platform.start();
    expect(await running.find(/cannot be reached/)).toContain("1,000 new connections a day");
    await running.platform.stop();
    await started;
  });

  it.each<[string, { gatewayUrl?: string }, RegExp]>([
    ["all of it", {}, /cannot be reached/],
    ["its gateway alone", { gatewayUrl: "ws://127.0.0.1:9" }, /is lost/],
  ])("is no longer waited for when the bot stops: %s", async (_, options, line) => {
    const discord = await openDiscord(options);
    const running = await setUp({ discord, isTroubled: true });
    if (!options.gatewayUrl) await discord.fail();
    const started = running.platform.start();
    await running.find(line);
    await running.platform.stop();
    await started;
    expect(running.platform.isReady()).toBe(false);
  });
});

const dispatch = (t: unknown, d?: unknown) => JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: null, d });

describe("a gateway that breaks the protocol", () => {
  it.each<["hello" | "ready", string, unknown]>([
    ["hello", "has no data", { op: GatewayOpcodes.Hello }],
    ["hello", "comes after an event", JSON.parse(dispatch("RESUMED", null))],
    ["ready", "has null for data", JSON.parse(dispatch("READY", null))],
  ])("is given up and asked anew: its %s %s", async (what, _name, frame) => {
    const running = await setUp({ timing: { greeting: 300 }, isTroubled: true });
    running.discord.gateway.replace(what, frame);
    const started = running.platform.start();
    await running.find(/a malformed frame; it was ignored/);
    await running.find(/is lost/);
    expect(running.platform.isReady()).toBe(false);
    running.discord.gateway.replace(what);
    await started;
    await expectToAnswer(running);
  });

  it("is asked for a new session where it says of the last only that it is not valid", async () => {
    const running = await start({ isTroubled: true });
    const identified = running.discord.gateway.next("identified");
    running.discord.gateway.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: null }));
    await identified;
    await running.find(/is back/);
    await expectToAnswer(running);
  });

  it("is asked again where it says no address", async () => {
    const discord = await openDiscord({ gatewayUrl: "nowhere" });
    const running = await setUp({ discord, isTroubled: true });
    const started = running.platform.start();
    await running.find(/cannot be reached/);
    await running.platform.stop();
    await started;
    expect(running.platform.isReady()).toBe(false);
  });

  it("is given up and asked anew where it announces a frame that is too large", async () => {
    const running = await start({ isTroubled: true });
    const resumed = running.discord.gateway.next("resumed");
    running.discord.gateway.announce(2 ** 31);
    expect(await running.find(/The connection to Discord has failed/)).toContain("Max payload size exceeded");
    await resumed;
    await running.find(/is back/);
    await expectToAnswer(running);
  });

  it("may send much that is of no use", async () => {
    const running = await start({ isTroubled: true });
    running.discord.gateway.send(dispatch("SOMETHING_NEW", { much: "x".repeat(20_000_000) }));
    running.discord.gateway.send("[".repeat(1_000_000));
    running.discord.gateway.send(Buffer.alloc(1_000_000, 0xff), true);
    await expectToAnswer(running);
  });
});

describe("events that make no sense", () => {
  const interaction = events.slashCommand({ question: PRIVATE_WORD });
  const { data: _, ...withoutData } = interaction;

  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["a number", "42"],
    ["an empty object", "{}"],
    ["an unknown opcode", '{"op":99,"d":{}}'],
    ["an event without a name", '{"op":0}'],
    ["an event that is unknown", dispatch("SOMETHING_NEW", { id: 1 })],
    ["an interaction without data", dispatch("INTERACTION_CREATE")],
    ["an interaction that is null", dispatch("INTERACTION_CREATE", null)],
    ["an interaction that is empty", dispatch("INTERACTION_CREATE", {})],
    ["an interaction that is a list", dispatch("INTERACTION_CREATE", [1])],
    ["an interaction with a type alone", dispatch("INTERACTION_CREATE", { type: 2 })],
    ["an interaction without an id", dispatch("INTERACTION_CREATE", { ...interaction, id: undefined })],
    ["a message that is null", dispatch("MESSAGE_CREATE", null)],
    ["a message without an author", dispatch("MESSAGE_CREATE", { id: "1", content: `<@${BOT}>` })],
    ["a server that is null", dispatch("GUILD_CREATE", null)],
    ["a channel that is null", dispatch("CHANNEL_UPDATE", null)],
  ])("are survived: %s", async (_name, frame) => {
    const running = await start({ isTroubled: true });
    running.discord.gateway.send(frame);
    running.discord.gateway.send(Buffer.from([0x78, 0x9c, 0x00]), true);
    await expectToAnswer(running);
  });

  it.each([
    ["of a kind that is unknown", { ...interaction, id: "77", type: 77 }],
    ["that lacks what it is about", { ...withoutData, id: "78" }],
    ["that comes from a command on people", { ...interaction, id: "79", data: { type: 2, name: "Greet" } }],
  ])("are answered with an apology where that is possible: an interaction %s", async (_name, strange) => {
    const running = await start({ isTroubled: true });
    running.discord.interact(strange);
    expect(see((await running.discord.rest.next("response")).body).text).toBe(WORDS.failed);
    await expectToAnswer(running);
  });
});
