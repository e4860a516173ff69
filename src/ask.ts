import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { explain } from "./ask/explain.ts";
import { type Line, readLines } from "./ask/lines.ts";
import { replyTo, replyToLine } from "./ask/reply.ts";
import { type Bot, createBot } from "./bot.ts";
import { loadEnvFile } from "./env-file.ts";
import { errorTextWithStack } from "./errors.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import { bulletList } from "./platforms/terminal/lists.ts";
import { renderAnswer } from "./platforms/terminal/render-answer.ts";
import { styleOf } from "./platforms/terminal/style.ts";
import { createEngine } from "./search/engine.ts";

const program = new Command("ask")
  .description("Answers a question, or with --json every question on standard input, one a line.")
  .argument("[question...]", "what you want to know")
  .option("--json", "write one JSON object a line")
  .addOption(new Option("--explain", "say how the question was read and why each entry was found").conflicts("json"))
  .option("--knowledge <folder>", "folder of the knowledge to answer from (default: KNOWLEDGE_DIR, or knowledge)")
  .showHelpAfterError("Ask like this: npm run ask -- “your question”")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(ask);

// A reader may stop before the end, as `head` does: that is no failure.
process.stdout.on("error", (error) => fail(error, "code" in error && error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync(withQuestionMarked(process.argv));
} catch (error) {
  fail(error, 1);
}

/** Puts `--` before a quoted question that starts with a hyphen; it holds a space, which no option does. */
function withQuestionMarked(args: readonly string[]): string[] {
  const question = args.findIndex((arg) => /^--?[\w-]+\s/.test(arg));
  return question < 0 ? [...args] : [...args.slice(0, question), "--", ...args.slice(question)];
}

interface Options {
  json?: true;
  explain?: true;
  knowledge?: string;
}

async function ask(words: readonly string[], { json, explain: isExplaining, knowledge }: Options): Promise<void> {
  const text = words.join(" ");
  if (words.length === 0 && !json) program.error("error: there is no question");
  if (knowledge === "") program.error("error: --knowledge names no folder");
  const folder = knowledge ?? knowledgeDir();
  if (isExplaining) return explainAll(text, folder);
  const bot = createBot(loadKnowledge(folder));
  if (!json) {
    const answer = bot.answer({ text });
    console.log(renderAnswer(answer, styleOf(process.stdout), bulletList));
  } else if (words.length > 0) {
    console.log(JSON.stringify(replyTo({ text }, bot)));
  } else {
    await pipeline(process.stdin, readLines, repliesOf(bot), process.stdout, { end: false });
  }
}

/** The folder that `KNOWLEDGE_DIR` names, or its default. */
function knowledgeDir(): string {
  loadEnvFile(process.env);
  return process.env["KNOWLEDGE_DIR"]?.trim() || "knowledge";
}

function explainAll(text: string, folder: string): void {
  for (const pack of loadKnowledge(folder)) console.log(explain(createEngine(pack), text));
}

function repliesOf(bot: Bot) {
  return async function* (lines: AsyncIterable<Line>): AsyncGenerator<string> {
    for await (const line of lines) yield `${JSON.stringify(replyToLine(line, bot))}\n`;
  };
}

function fail(error: unknown, exitCode: number): never {
  if (exitCode > 0) console.error(errorTextWithStack(error));
  process.exit(exitCode);
}
