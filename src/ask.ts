import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { config } from "dotenv";
import { type Line, readLines } from "./ask/lines.ts";
import { replyTo, replyToLine } from "./ask/reply.ts";
import type { Bot } from "./bot.ts";
import { explainError } from "./errors.ts";
import { openBot } from "./open-bot.ts";
import { bulletList } from "./platforms/terminal/lists.ts";
import { renderAnswer } from "./platforms/terminal/render-answer.ts";
import { styleOf } from "./platforms/terminal/style.ts";

config({ quiet: true });

const program = new Command("ask")
  .description("Answers a question, or with --json every question on standard input, one a line.")
  .argument("[question...]", "what you want to know")
  .option("--json", "write one JSON object a line")
  .option("--knowledge <folder>", "folder of the knowledge to answer from", process.env["KNOWLEDGE_DIR"] || "knowledge")
  .showHelpAfterError("Ask like this: npm run ask -- “your question”")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(ask);

// A reader that has seen enough is no failure.
process.stdout.on("error", (error) => fail(error, "code" in error && error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  fail(error, 1);
}

async function ask(words: readonly string[], { json, knowledge }: { json?: true; knowledge: string }): Promise<void> {
  const text = words.join(" ");
  if (words.length === 0 && !json) program.error("error: there is no question");
  const bot = openBot(knowledge);
  if (!json) {
    const answer = bot.answer({ text, platform: "command line" });
    console.log(renderAnswer(answer, styleOf(process.stdout), bulletList));
  } else if (words.length > 0) {
    console.log(JSON.stringify(replyTo({ text }, bot)));
  } else {
    await pipeline(process.stdin, readLines, repliesOf(bot), process.stdout, { end: false });
  }
}

function repliesOf(bot: Bot) {
  return async function* (lines: AsyncIterable<Line>): AsyncGenerator<string> {
    for await (const line of lines) yield `${JSON.stringify(replyToLine(line, bot))}\n`;
  };
}

function fail(error: unknown, exitCode: number): never {
  if (exitCode > 0) console.error(explainError(error));
  process.exit(exitCode);
}
