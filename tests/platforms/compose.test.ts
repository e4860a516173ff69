import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import pino from "pino";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { createHttpServer } from "../../src/platforms/http/server.ts";

const healthcheck = z.object({ test: z.tuple([z.literal("CMD"), z.literal("node"), z.literal("-e"), z.string()]) });
const compose = z
  .object({ services: z.object({ bot: z.object({ healthcheck, stdin_open: z.boolean() }) }) })
  .parse(parse(readFileSync("compose.yaml", "utf8")));
const { bot } = compose.services;

/** The code with which the health check of the container ends, with a token of Discord's unless said otherwise. */
async function checkHealth(address: string, tokens: Record<string, string> = { DISCORD_TOKEN: "d" }): Promise<number> {
  const [, , ...args] = bot.healthcheck.test;
  const child = spawn(process.execPath, args, { env: { PORT: new URL(address).port, ...tokens } });
  const [code] = (await once(child, "exit")) as [number];
  return code;
}

it("asks whether the bot in the container is ready, not only alive", async () => {
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
  let isReady = true;
  server.reportReadiness("slack", () => isReady);
  await server.start();
  onTestFinished(() => server.stop());
  const address = server.address() ?? "";
  expect(await checkHealth(address)).toBe(0);
  isReady = false;
  expect(await checkHealth(address)).toBe(1);
  await server.stop();
  expect(await checkHealth(address)).toBe(1);
  expect(await checkHealth(address, { SLACK_BOT_TOKEN: "xoxb-1", DISCORD_TOKEN: "" })).toBe(1);
});

it.each([{}, { SLACK_BOT_TOKEN: "", DISCORD_TOKEN: " " }])(
  "takes the chat in a container without tokens for healthy, though it serves no health checks: %j",
  async (tokens) => {
    expect(await checkHealth("http://127.0.0.1:9", tokens)).toBe(0);
  },
);

it("leaves the chat without tokens waiting, which would end for want of input and be started again for ever", () => {
  expect(bot.stdin_open).toBe(true);
});
