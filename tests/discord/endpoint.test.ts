import { InteractionResponseType, InteractionType } from "discord.js";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { WORDS } from "../../src/core/wording.ts";
import * as events from "./fake/events.ts";
import { type FakeDiscord, secondsAgo } from "./fake/fake-discord.ts";
import { see } from "./fake/read.ts";
import { PROBLEMS } from "./fake/spec.ts";
import { openDiscord, type Running, setUp } from "./fake/start.ts";

/** A bot that hears interactions over HTTP, and of the gateway nothing. */
async function serve(discord: FakeDiscord): Promise<Running & { url: string }> {
  const config = { publicKey: discord.publicKey, shards: 0 };
  const running = await setUp({ discord, config, isTroubled: true });
  await running.platform.start();
  await running.http.start();
  return { ...running, url: `${running.http.address()}/discord/interactions` };
}

describe("interactions over HTTP", () => {
  it("begin with a ping", async () => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const ping = events.interaction(InteractionType.Ping, undefined);
    expect(await discord.post(url, ping)).toEqual({ status: 200, body: { type: InteractionResponseType.Pong } });
  });

  it.each([
    ["a command", () => events.slashCommand({ question: "what is mulch" })],
    ["a command on a message", () => events.messageCommand("what is mulch")],
    ["typing", () => events.typing("what is mulch")],
    ["a press on a button", () => events.press("read:what-is-mulch")],
  ])("are answered as through the gateway: %s", async (_, event) => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const viaGateway = await setUp({ discord });
    await viaGateway.platform.start();
    const interaction = event();
    discord.interact(interaction);
    const { body } = await discord.rest.next("response");
    expect(await discord.post(url, interaction)).toEqual({ status: 200, body });
    expect(PROBLEMS.response({ body, files: [] })).toEqual([]);
  });

  it("are answered through the REST API where the answer has a picture, which may be too large for a response", async () => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const interaction = events.slashCommand({ question: "what is compost" });
    discord.rest.expect(interaction, 0);
    expect(await discord.post(url, interaction)).toEqual({ status: 202, body: "" });
    const { ids, body, files } = await discord.rest.next("response");
    expect(ids).toEqual([interaction.id, interaction.token]);
    expect(see(body).text).toContain("### What is compost?");
    expect(files.map(({ name }) => name)).toEqual(["compost-heap.png"]);
  });

  it("are answered by any number of processes, each by itself, without the gateway", async () => {
    const discord = await openDiscord();
    const replicas = [await serve(discord), await serve(discord)];
    expect(replicas.every(({ platform }) => platform.isReady())).toBe(true);
    expect(discord.gateway.counts.identified).toBe(0);
    const interaction = events.press("tour:1:garden");
    const [first, second] = await Promise.all(replicas.map(({ url }) => discord.post(url, interaction)));
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
  });

  it.each<[string, Record<string, string>]>([
    ["forged", { "x-signature-ed25519": "00".repeat(64) }],
    ["no signature", { "x-signature-ed25519": "" }],
    ["half a signature", { "x-signature-ed25519": "ab" }],
    ["no hexadecimal number", { "x-signature-ed25519": "zz".repeat(64) }],
    ["for another time", { "x-signature-timestamp": "1" }],
  ])("are refused where the signature is %s", async (_, headers) => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const ping = events.interaction(InteractionType.Ping, undefined);
    expect(await discord.post(url, ping, { headers })).toMatchObject({ status: 401 });
  });

  it.each([
    ["is of six minutes ago", secondsAgo(6 * 60)],
    ["is yet to come in six minutes", secondsAgo(-6 * 60)],
    ["is no number", "soon"],
    ["is empty", ""],
  ])("are refused, though rightly signed, where their time %s", async (_, timestamp) => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const ping = events.interaction(InteractionType.Ping, undefined);
    expect(await discord.post(url, ping, { timestamp })).toMatchObject({ status: 401 });
  });

  it("are refused with a warning that the clock may be wrong where they are rightly signed, but of another time", async () => {
    const discord = await openDiscord();
    const { url, lines } = await serve(discord);
    const ping = events.interaction(InteractionType.Ping, undefined);
    const forged = { "x-signature-ed25519": "00".repeat(64) };
    await discord.post(url, ping, { timestamp: secondsAgo(3_600), headers: forged });
    const refusals = () => lines.filter((line) => line.includes("were refused")).map((line) => JSON.parse(line));
    expect(refusals()).toMatchObject([{ level: 30, requests: 1, hint: expect.stringContaining("signature is wrong") }]);
    await discord.post(url, ping, { timestamp: secondsAgo(3_600) });
    expect(refusals()).toMatchObject([{}, { level: 40, requests: 1, hint: expect.stringContaining("clock") }]);
    expect(Math.abs(refusals()[1].ahead - 3_600)).toBeLessThan(60);
  });

  it("are refused where nothing is signed at all", async () => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
    expect((await fetch(url)).status).toBe(405);
  });

  it("are answered with an apology where they are of a kind that is unknown", async () => {
    const discord = await openDiscord();
    const { url } = await serve(discord);
    const strange = { ...events.slashCommand({ question: "compost" }), type: 77 };
    const { status, body } = await discord.post(url, strange);
    expect([status, see(body).text]).toEqual([200, WORDS.failed]);
  });

  it.each(["", "{", "null", "[]", '{"type":2}', '{"type":99,"id":"1"}'])(
    "are refused where they make no sense: %s",
    async (body) => {
      const discord = await openDiscord();
      const { url } = await serve(discord);
      expect(await discord.post(url, body)).toMatchObject({ status: 400 });
    },
  );

  it("are not heard without a public key", async () => {
    const discord = await openDiscord();
    const { platform, http } = await setUp({ discord });
    await platform.start();
    await http.start();
    const url = `${http.address()}/discord/interactions`;
    expect(await discord.post(url, events.interaction(InteractionType.Ping, undefined))).toMatchObject({ status: 404 });
  });

  it("need a public key where nothing else is heard", () => {
    const environment = { DISCORD_TOKEN: "x", DISCORD_SHARDS: "0" };
    expect(() => loadConfig(environment)).toThrow(/DISCORD_PUBLIC_KEY is needed where DISCORD_SHARDS is 0/);
    expect(loadConfig({ ...environment, DISCORD_PUBLIC_KEY: "ab".repeat(32) }).discord?.shards).toBe(0);
  });

  it("need the public key of the bot's own application", async () => {
    const discord = await openDiscord();
    const { platform } = await setUp({ discord, config: { publicKey: "ab".repeat(32) }, isTroubled: true });
    await expect(platform.start()).rejects.toMatchObject({
      message: expect.stringContaining("DISCORD_PUBLIC_KEY"),
      hint: expect.stringContaining("General Information"),
    });
  });
});
