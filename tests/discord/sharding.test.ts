import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { BotError } from "../../src/errors.ts";
import * as events from "./fake/events.ts";
import { SERVER } from "./fake/ids.ts";
import { openDiscord, setUp } from "./fake/start.ts";

const program = fileURLToPath(new URL("./fake/shard.ts", import.meta.url));

/** A bot that is set up to share its servers among processes, which learn where Discord is from their environment. */
async function setUpShards(shards: number | "auto") {
  const discord = await openDiscord({ shards: 2 });
  vi.stubEnv("NODE_OPTIONS", "--import tsx");
  vi.stubEnv("DISCORD_API_URL", discord.apiUrl);
  vi.stubEnv("DISCORD_SHARDS", String(shards));
  return setUp({ discord, program, config: { shards }, isTroubled: true });
}

it("shares its servers among as many processes as Discord recommends, each of which answers its own", async () => {
  const { discord, platform } = await setUpShards("auto");
  await platform.start();
  expect(platform.isReady()).toBe(true);
  expect(discord.gateway.shards()).toEqual(["0/2", "1/2"]);
  const other = String(BigInt(SERVER) + (1n << 22n));
  for (const server of [SERVER, other]) {
    const interaction = { ...events.slashCommand({ question: "what is compost" }), guild_id: server };
    discord.interact(interaction);
    expect(await discord.rest.next("response")).toMatchObject({
      ids: [interaction.id, interaction.token],
      status: 204,
    });
  }
  await platform.stop();
  expect(platform.isReady()).toBe(false);
  expect(discord.rest.calls.filter(({ route }) => route === "setCommands")).toHaveLength(1);
});

it("does not start where one of them cannot connect, and leaves none behind", async () => {
  const { discord, platform } = await setUpShards(1);
  discord.gateway.refuse(4014);
  await expect(platform.start()).rejects.toBeInstanceOf(BotError);
  await platform.stop();
  expect(discord.gateway.shards()).toEqual([]);
});
