import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { BotError } from "../../src/errors.ts";
import * as events from "./fake/events.ts";
import { SERVER } from "./fake/ids.ts";
import { type Options, openDiscord, setUp } from "./fake/start.ts";

interface ShardsOptions extends Pick<Options, "timing"> {
  program?: string;
}

/** What a shard runs. */
const programs = {
  shard: fileURLToPath(new URL("./fake/shard.ts", import.meta.url)),
  crashing: fileURLToPath(new URL("./fake/crashing-shard.ts", import.meta.url)),
};

/** A bot that is set up to share its servers among processes, which learn where Discord is from their environment. */
async function setUpShards(shards: number | "auto", { program = programs.shard, timing }: ShardsOptions = {}) {
  const discord = await openDiscord({ shards: 2 });
  vi.stubEnv("NODE_OPTIONS", "--import tsx");
  vi.stubEnv("DISCORD_API_URL", discord.apiUrl);
  vi.stubEnv("DISCORD_SHARDS", String(shards));
  return setUp({ discord, program, config: { shards }, timing, isTroubled: true });
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

/** How long the log says that a shard waited for each of its next starts. */
function waitsIn(lines: readonly string[]): number[] {
  return lines.filter((line) => line.includes("started again")).map((line) => (JSON.parse(line) as Wait).wait);
}

interface Wait {
  wait: number;
}

/** Has the system refuse to start a process, until the test ends or the function that it returns is called. */
function refuseProcesses(): () => void {
  const { execPath } = process;
  const allow = () => {
    process.execPath = execPath;
  };
  process.execPath = "/nowhere/node";
  onTestFinished(allow);
  return allow;
}

describe("a shard that crashes", { timeout: 60_000 }, () => {
  it.each([
    ["ever later where that is soon after its start", { stable: 3_600_000 }, [20, 40, 80]],
    ["as soon as after the first time where it has run for long", { stable: 0 }, [20, 20, 20]],
  ])("is started again, %s", async (_, { stable }, longest) => {
    const timing = { shard: 20, longestRestart: 1_000, stable };
    const { discord, platform, lines } = await setUpShards(1, { program: programs.crashing, timing });
    await platform.start();
    while (discord.gateway.counts.identified < 4) await discord.gateway.next("identified");
    await platform.stop();
    const waits = waitsIn(lines);
    for (const [index, most] of longest.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(most / 2);
      expect(waits[index]).toBeLessThanOrEqual(most);
    }
  });

  it("is started again also where the system refuses that at first", async () => {
    const { discord, platform, find } = await setUpShards(1, { program: programs.crashing });
    await platform.start();
    const allow = refuseProcesses();
    await find(/"code":"ENOENT".*The process of a shard has failed/);
    allow();
    const { identified } = discord.gateway.counts;
    while (discord.gateway.counts.identified === identified) await discord.gateway.next("identified");
  });
});

it("does not start, but does not end the process either, where the system refuses one for a shard", async () => {
  const { platform, find } = await setUpShards(1);
  refuseProcesses();
  await expect(platform.start()).rejects.toBeInstanceOf(BotError);
  expect(await find(/The process of a shard has failed/)).toContain("ENOENT");
});
