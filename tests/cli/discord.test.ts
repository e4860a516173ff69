import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { slashCommand } from "../discord/fake/events.ts";
import type { FakeDiscord } from "../discord/fake/fake-discord.ts";
import { TOKEN } from "../discord/fake/ids.ts";
import { see } from "../discord/fake/read.ts";
import { openDiscord } from "../discord/fake/start.ts";
import { startFakeSlack } from "../slack/fake-slack/index.ts";
import { TOKENS } from "../slack/fake-slack/web-api.ts";
import { environment, FOLDER, programArguments, start } from "./run.ts";

/** The program with a fake Discord, and what it logs. */
async function startOnDiscord(env: (discord: FakeDiscord) => Record<string, string>) {
  const discord = await openDiscord();
  const basics = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, PORT: "0" };
  const child = start("main", [], { ...basics, ...env(discord) });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const log = createInterface(child.stderr).on("line", (line) => lines.push(line));
  const linesWith = (text: string) => lines.filter((line) => line.includes(text)).length;
  const logs = async (text: string, times = 1) => {
    while (linesWith(text) < times) await once(log, "line");
  };
  return {
    discord,
    child,
    lines,
    /** Resolves once so many lines hold a text. */
    logs,
    /** Resolves once so many processes have started. */
    started: (processes: number) => logs("invite the bot", processes),
  };
}

/** A fake Slack, and the environment that leads to it. */
async function startSlack() {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.stop());
  const env = { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: slack.apiUrl };
  return { ...slack, env };
}

/** Each starts up to two processes, one after the other, on a machine that may be busy. */
describe("npm start on Discord", { timeout: 60_000 }, () => {
  it.each([
    ["in one process", "", 1],
    ["in a process for each shard", "1", 2],
  ])("ends with failure where Discord closes the connection for good, %s", async (_, shards, processes) => {
    const { discord, child, lines, started } = await startOnDiscord(() => ({ DISCORD_SHARDS: shards }));
    await started(processes);
    discord.gateway.close(4014);
    expect(await once(child, "close")).toEqual([1, null]);
    expect(lines.join("\n")).toContain("Message Content Intent");
    expect(lines.join("\n")).toContain("its last platform");
  });

  it.each([
    ["in one process", "", 1, "goes on without a platform"],
    ["in a process for each shard", "1", 2, "A shard has ended for good"],
  ])("goes on beside Slack where Discord closes the connection for good, %s", async (_, shards, processes, end) => {
    const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: "http://127.0.0.1:9/" };
    const { discord, child, lines, started, logs } = await startOnDiscord(() => ({ DISCORD_SHARDS: shards, ...slack }));
    await started(processes);
    discord.gateway.close(4014);
    await logs(end);
    expect(lines.join("\n")).toContain("Message Content Intent");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(lines.join("\n")).not.toContain("A shard has ended; it is started again");
  });

  const WRONG = "MTA.not-the-right-one";

  it("goes on with Slack where Discord refuses the token at the start, and says so once", async () => {
    const slack = await startSlack();
    const { child, lines, logs } = await startOnDiscord(() => ({ ...slack.env, DISCORD_TOKEN: WRONG }));
    await logs("goes on without a platform");
    await slack.sockets.open.take();
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    const said = lines.filter((line) => line.includes("goes on without")).map((line) => JSON.parse(line));
    const hint = expect.stringContaining("DISCORD_TOKEN");
    expect(said).toMatchObject([{ level: 50, platform: "discord", reason: "Discord refuses the token.", hint }]);
    expect(lines.join("\n")).not.toContain(WRONG);
  });

  it("goes on with Discord where Slack refuses the token at the start, until Discord closes for good as well", async () => {
    const slack = await startSlack();
    slack.faults.plan("auth.test", { error: "account_inactive" });
    const { discord, child, lines, started, logs } = await startOnDiscord(() => slack.env);
    await logs("goes on without a platform");
    await started(1);
    expect(lines.join("\n")).toContain("Slack refuses SLACK_BOT_TOKEN (account_inactive)");
    discord.gateway.close(4014);
    expect(await once(child, "close")).toEqual([1, null]);
    expect(lines.join("\n")).toContain("its last platform");
  });

  it("fails where every platform refuses its token at the start, and says of each what to do", async () => {
    const slack = await startSlack();
    slack.faults.plan("auth.test", { error: "account_inactive" });
    const { child, lines } = await startOnDiscord(() => ({ ...slack.env, DISCORD_TOKEN: WRONG }));
    expect(await once(child, "close")).toEqual([1, null]);
    expect(lines.join("\n")).toContain("Slack refuses SLACK_BOT_TOKEN (account_inactive)");
    expect(lines.join("\n")).toContain("Reset the token in the Developer Portal");
  });

  it.skipIf(!existsSync("/dev/full"))("answers also where the disk is full that its log goes to", async () => {
    const discord = await openDiscord();
    const full = openSync("/dev/full", "w");
    const env = environment({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, PORT: "0" });
    const child = spawn(process.execPath, programArguments("main", []), {
      cwd: FOLDER,
      env,
      stdio: ["pipe", "pipe", full],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
      closeSync(full);
    });
    await discord.gateway.next("identified");
    discord.interact(slashCommand({ question: "what is mulch" }));
    const { body } = await discord.rest.next("response");
    expect(see(body).text).toContain("Mulch is a layer");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("opens one port, however many shards there are", async () => {
    const { lines, started } = await startOnDiscord(() => ({ DISCORD_SHARDS: "1" }));
    await started(2);
    expect(lines.filter((line) => line.includes("The HTTP server listens"))).toHaveLength(1);
  });

  // Whoever is left holds the streams of the first process open, so that they do not close.
  it("leaves no shard behind when it is killed", async () => {
    const { discord, child, started } = await startOnDiscord(() => ({ DISCORD_SHARDS: "1" }));
    await started(2);
    child.kill("SIGKILL");
    expect(await once(child, "close")).toEqual([null, "SIGKILL"]);
    expect(discord.gateway.shards()).toEqual([]);
  });

  it("leaves no shard behind where something else cannot start", async () => {
    const { child, lines } = await startOnDiscord(({ apiUrl, publicKey }) => ({
      DISCORD_SHARDS: "1",
      DISCORD_PUBLIC_KEY: publicKey,
      PORT: new URL(apiUrl).port,
    }));
    expect(await once(child, "close")).toEqual([1, null]);
    expect(lines.join("\n")).toContain("EADDRINUSE");
  });
});
