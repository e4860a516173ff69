/**
 * How long Slack takes to get an answer, from a slash command on the socket to the reply at its response_url, beside a
 * bare Bolt app that always replies the same: `npm run bench:slack`. All on loopback, with a fake Slack.
 */
import { App, LogLevel } from "@slack/bolt";
import pino from "pino";
import { createBot } from "../../src/bot.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createHttpServer } from "../../src/platforms/http/server.ts";
import { createSlackPlatform } from "../../src/platforms/slack/index.ts";
import { type FakeSlack, startFakeSlack } from "../../tests/slack/fake-slack/index.ts";
import { command } from "../../tests/slack/fake-slack/payloads.ts";
import { BOT, TOKENS } from "../../tests/slack/fake-slack/web-api.ts";
import { readQuestionSets } from "../evaluation/questions.ts";
import { inTurns } from "./in-turns.ts";
import { quantile } from "./statistics.ts";

const ROUNDS = 10;
const COMMANDS_A_ROUND = 100;

const packs = loadKnowledge("knowledge");
const name = `/${packs[0].command}`;
const questions = readQuestionSets("tests/questions/docker").inScope.dev.map(({ ask }) => ask);

/** Sends commands one after the other, each of another person, and measures each in milliseconds. */
async function measure(slack: FakeSlack, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = from; index < from + COMMANDS_A_ROUND; index += 1) {
    const fields = { command: name, user_id: `U${index}` };
    const payload = command(questions[index % questions.length] ?? "", slack.createResponseUrl(), fields);
    const sent = performance.now();
    await slack.sockets.deliver({ type: "slash_commands", payload });
    const { at } = await slack.calls.take(({ method }) => method === "response_url");
    times.push(at - sent);
  }
  return times;
}

async function startBot(): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  const log = pino({ level: "silent" });
  const http = createHttpServer({ host: "127.0.0.1", port: 0, log });
  const config = { botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl: slack.apiUrl };
  await createSlackPlatform({ bot: createBot(packs), config, log, http }).start();
  return slack;
}

async function startBareBolt(): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  const app = new App({
    token: TOKENS.bot,
    appToken: TOKENS.app,
    botId: BOT.bot,
    botUserId: BOT.user,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command(name, async ({ ack, respond }) => {
    await ack();
    await respond({ text: "The same reply as always.", response_type: "ephemeral" });
  });
  await app.start();
  return slack;
}

/** How long the answers alone take, without Slack, in milliseconds. */
function measureAnswers(): number[] {
  const alone = createBot(packs);
  return questions.map((text) => {
    const asked = performance.now();
    alone.answer({ text });
    return performance.now() - asked;
  });
}

const bot = await startBot();
const bare = await startBareBolt();
const rounds = { warmUp: Math.ceil(questions.length / COMMANDS_A_ROUND), measured: ROUNDS };
const alone = measureAnswers();
const times = await inTurns(rounds, {
  bot: (round) => measure(bot, round * COMMANDS_A_ROUND),
  bare: (round) => measure(bare, round * COMMANDS_A_ROUND),
});
for (const [label, measured] of Object.entries({ ...times, "answers alone": alone })) {
  const [median, most] = [quantile(measured, 0.5).toFixed(2), quantile(measured, 0.95).toFixed(2)];
  console.log(`slack ${label.padEnd(13)} ${measured.length} commands: median ${median} ms, 95 % ${most} ms`);
}
const ratio = quantile(times.bot, 0.5) / quantile(times.bare, 0.5);
console.log(`slack ratio of the medians: ${ratio.toFixed(2)} (goal: 2 or less, and a median of 10 ms or less)`);
process.exit(0);
