/**
 * How long Discord takes to get an answer, from an interaction on the gateway to the answer at its callback, beside a bare
 * discord.js handler that always replies the same: `npm run bench:discord`. All on loopback, with a fake Discord.
 */
import { type BaseInteraction, Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { pino } from "pino";
import { createBot } from "../../src/bot.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createDiscordPlatform } from "../../src/platforms/discord/index.ts";
import { createHttpServer } from "../../src/platforms/http/server.ts";
import { slashCommand, typing } from "../../tests/discord/fake/events.ts";
import { type FakeDiscord, startFakeDiscord } from "../../tests/discord/fake/fake-discord.ts";
import { snowflake, TOKEN } from "../../tests/discord/fake/ids.ts";
import { readQuestionSets } from "../evaluation/questions.ts";
import { inTurns } from "./in-turns.ts";
import { quantile } from "./statistics.ts";

const ROUNDS = 10;
const INTERACTIONS_A_ROUND = 100;

const packs = loadKnowledge("knowledge");
const name = packs[0].command;
/** Questions as people ask them, which are not among the entries' own. */
const questions = readQuestionSets(`tests/questions/${packs[0].name}`).inScope.dev.map(({ ask }) => ask);

type Interaction = { id: string; token: string };

/** Sends interactions one after the other, each of another person, and measures each in milliseconds. */
async function measure(
  discord: FakeDiscord,
  create: (question: string) => Interaction,
  round: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < INTERACTIONS_A_ROUND; index += 1) {
    const interaction = create(questions[(round * INTERACTIONS_A_ROUND + index) % questions.length] ?? "");
    const sent = performance.now();
    discord.interact(interaction);
    const { at } = await discord.rest.next("response");
    times.push(at - sent);
  }
  return times;
}

async function startBot(): Promise<FakeDiscord> {
  const discord = await startFakeDiscord({ isLenient: true });
  const log = pino({ level: "silent" });
  const http = createHttpServer({ host: "127.0.0.1", port: 0, log });
  const config = { token: TOKEN, apiUrl: discord.apiUrl };
  await createDiscordPlatform({ bot: createBot(packs), config, log, http }).start();
  return discord;
}

async function startBareClient(): Promise<FakeDiscord> {
  const discord = await startFakeDiscord({ isLenient: true });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    waitGuildTimeout: 1,
  });
  client.on(Events.InteractionCreate, (interaction) => {
    reply(interaction).catch(console.error);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
  return discord;
}

async function reply(interaction: BaseInteraction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: "The same", value: "the-same" }]);
  if (interaction.isChatInputCommand()) {
    await interaction.reply({ content: "The same reply as always.", flags: MessageFlags.Ephemeral });
  }
}

const rounds = { warmUp: Math.ceil(questions.length / INTERACTIONS_A_ROUND), measured: ROUNDS };
const bot = await startBot();
const bare = await startBareClient();
const kinds = [
  {
    kind: "slash commands",
    create: (question: string) => slashCommand({ name, question }, { person: snowflake() }),
    goal: "5 ms or less, and a ratio of 2 or less",
  },
  { kind: "autocompletes", create: (question: string) => typing(question, name), goal: "5 ms or less" },
];
for (const { kind, create, goal } of kinds) {
  const times = await inTurns(rounds, {
    bot: (round) => measure(bot, create, round),
    bare: (round) => measure(bare, create, round),
  });
  for (const [side, measured] of Object.entries(times)) {
    const [median, late] = [quantile(measured, 0.5), quantile(measured, 0.95)];
    console.log(
      `discord ${side.padEnd(4)} ${measured.length} ${kind}: median ${median.toFixed(2)} ms, 95 % ${late.toFixed(2)} ms`,
    );
  }
  const ratio = quantile(times.bot, 0.5) / quantile(times.bare, 0.5);
  console.log(`discord ratio of the medians of ${kind}: ${ratio.toFixed(2)} (goal: ${goal})`);
}
process.exit(0);
