import { ApplicationIntegrationType, InteractionContextType } from "discord.js";
import { describe, expect, it } from "vitest";
import type { Packs } from "../../src/core/pack.ts";
import { packSchema } from "../../src/knowledge/schema.ts";
import * as events from "./fake/events.ts";
import type { FakeDiscord } from "./fake/fake-discord.ts";
import { BOT, SERVER } from "./fake/ids.ts";
import { loadPacks } from "./fake/packs.ts";
import { openDiscord, setUp, start } from "./fake/start.ts";

const [garden] = loadPacks();
const kitchen = { ...garden, name: "kitchen", command: "kitchen", title: "Cooking" };

function registrations({ rest }: FakeDiscord) {
  return rest.calls.filter(({ route }) => route === "setCommands");
}

/** Starts and stops a bot. */
async function run(discord: FakeDiscord, packs: Packs, guildId?: string): Promise<void> {
  const { platform } = await start({ discord, packs, ...(guildId && { config: { guildId } }) });
  await platform.stop();
}

describe("the commands", () => {
  it("are one for each pack and one for messages, for servers and people, everywhere", async () => {
    const { discord } = await start({ packs: [garden, kitchen] });
    const everywhere = {
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    };
    const [call] = registrations(discord);
    expect(call?.ids).toEqual([BOT]);
    expect(call?.body).toMatchObject([
      { type: 1, name: "garden", description: garden.description, ...everywhere },
      { type: 1, name: "kitchen", ...everywhere },
      { type: 3, name: "Answer this", ...everywhere },
    ]);
  });

  it("take any text, suggest while one types, and have nothing that must be given", async () => {
    const { discord } = await start();
    const options = [{ name: "question", autocomplete: true }, { name: "share" }];
    expect(registrations(discord)).toMatchObject([{ body: [{ options }, {}] }]);
    expect(JSON.stringify(registrations(discord))).not.toMatch(/"required":true|"choices"/);
  });

  it("are registered once, however often the bot starts", async () => {
    const discord = await openDiscord();
    for (let time = 0; time < 20; time++) await run(discord, [garden]);
    expect(registrations(discord)).toHaveLength(1);
  });

  it.each<[string, Packs]>([
    ["a description", [{ ...garden, description: "Ask about plants." }]],
    ["the name", [{ ...garden, command: "plants" }]],
    ["the number of packs", [garden, kitchen]],
    ["a language", [{ ...garden, localizations: { de: { command: "garten" } } }]],
  ])("are registered again when %s has changed", async (_, packs) => {
    const discord = await openDiscord();
    await run(discord, [garden]);
    await run(discord, packs);
    await run(discord, packs);
    expect(registrations(discord)).toHaveLength(2);
  });

  it("are registered in one server alone when told so", async () => {
    const discord = await openDiscord();
    for (let time = 0; time < 2; time++) await run(discord, [garden], SERVER);
    const [call, ...others] = registrations(discord);
    expect(call?.ids).toEqual([BOT, SERVER]);
    expect(others).toEqual([]);
  });

  it("are shown in the languages that the pack and Discord both know", async () => {
    const localizations = {
      de: { command: "garten", description: "Frag nach dem Garten." },
      "pt-BR": { description: "Pergunte sobre o jardim." },
      eo: { command: "ĝardeno" },
    };
    const discord = await openDiscord();
    for (let time = 0; time < 2; time++) await run(discord, [{ ...garden, localizations }]);
    expect(registrations(discord)).toMatchObject([
      {
        body: [
          {
            name_localizations: { de: "garten" },
            description_localizations: { de: "Frag nach dem Garten.", "pt-BR": "Pergunte sobre o jardim." },
          },
          {},
        ],
      },
    ]);
  });

  it.each([
    [{ de: { command: "garten", description: "Frag." }, "pt-BR": {}, "es-419": { command: "jardín" } }, true],
    [{ German: { command: "garten" } }, false],
    [{ de: { command: "Mein Garten" } }, false],
    [{ de: { description: "x".repeat(101) } }, false],
  ])("have languages that are checked with the pack: %j", (localizations, isValid) => {
    expect(packSchema.shape.localizations.safeParse(localizations).success).toBe(isValid);
  });

  it.each([
    ["it is not in the server", { status: 403, code: 50001 }, /"code":50001/],
    ["it has been done too often today", { status: 400, code: 30034 }, /until tomorrow/],
  ])("may fail to register, as when %s: the bot answers all the same", async (_, fault, line) => {
    const discord = await openDiscord();
    discord.rest.fail("setCommands", fault);
    const running = await start({ discord, isTroubled: true });
    await running.find(line);
    discord.interact(events.slashCommand({ question: "what is compost" }));
    expect(await discord.rest.next("response")).toMatchObject({ status: 204 });
  });
});

describe("the commands of a bot that starts while Discord stumbles", () => {
  it.each(["application", "commands", "setCommands"] as const)(
    "are registered once it has come to itself: %s",
    async (route) => {
      const discord = await openDiscord();
      discord.rest.fail(route, { status: 503 }, 4);
      const { find } = await start({ discord, isTroubled: true });
      await find(/could not be registered with Discord; trying again/);
      expect(registrations(discord).filter(({ status }) => status === 200)).toHaveLength(1);
    },
  );

  it("are no longer registered once the bot stops", async () => {
    const discord = await openDiscord();
    discord.rest.fail("commands", { status: 503 }, Number.POSITIVE_INFINITY);
    const { platform, find } = await setUp({ discord, isTroubled: true });
    const started = platform.start();
    await find(/trying again/);
    await platform.stop();
    await started;
    expect(registrations(discord)).toEqual([]);
  });
});

describe("the invite links", () => {
  it("are in the log, and ask for what answering takes, not more", async () => {
    const { find } = await start();
    const { server, account } = JSON.parse(await find(/invite/)) as { server: string; account: string };
    expect(Object.fromEntries(new URL(server).searchParams)).toEqual({
      client_id: BOT,
      integration_type: "0",
      scope: "bot applications.commands",
      // View Channels, Send Messages, Send Messages in Threads, Read Message History.
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 16n) | (1n << 15n)),
    });
    expect(Object.fromEntries(new URL(account).searchParams)).toEqual({
      client_id: BOT,
      integration_type: "1",
      scope: "applications.commands",
    });
  });
});
