import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { type Bot, createBot } from "../../src/bot.ts";
import { finish, finishGradually } from "../../src/core/steps.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { knowledgeState } from "../../src/knowledge/watch.ts";
import { createReload, reloadInto } from "../../src/reload.ts";
import { GARDEN_FOLDER, KNOWLEDGE_FOLDER } from "../fixtures/packs.ts";
import { createTeaFolder, entryText } from "../knowledge/folder.ts";

/** A copy of a folder of packs, gone when the test is over. */
function copyOf(folder: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), "knowledge-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Writes a body into an entry's file. */
function edit(file: string, body: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(/(?<=\n---\n).*$/s, `${body}\n`));
}

/** What the entry with an id answers. */
function bodyOf(bot: Bot, id: string): string | undefined {
  const answer = bot.answer({ text: id });
  return answer.kind === "answer" ? answer.entries[0].body : undefined;
}

/** Builds the engine of a large pack, on a machine that may be busy. */
it("gives everything else its turn while a large pack is taken over, and answers from the one before until the end", {
  timeout: 60_000,
}, async () => {
  const bot = createBot(loadKnowledge(GARDEN_FOLDER));
  const mulch = bodyOf(bot, "what-is-mulch");
  const turns: (string | undefined)[] = [];
  const stop = everyTurn(() => turns.push(bodyOf(bot, "what-is-mulch")));
  await finishGradually(reloadInto(bot, KNOWLEDGE_FOLDER));
  stop();
  // One for each file, and then some while the engine is built.
  expect(turns.length).toBeGreaterThan(bot.packs[0].entries.length + 100);
  expect(new Set(turns)).toEqual(new Set([mulch]));
  expect(bodyOf(bot, "what-is-mulch")).toBeUndefined();
  expect(bodyOf(bot, "list-containers")).toContain("docker ps");
});

/** Does something in every turn of the event loop, until it is stopped. */
function everyTurn(act: () => void): () => void {
  let next = setImmediate(function take() {
    act();
    next = setImmediate(take);
  });
  return () => clearImmediate(next);
}

it("refuses to lose a fifth of the entries at once, and goes on with what it had", () => {
  const folder = createTeaFolder();
  for (const letter of "abcdefgh") folder.write(`tea/brewing/${letter}.md`, entryText(letter));
  const bot = createBot(loadKnowledge(folder.root));
  for (const letter of "ab") folder.remove(`tea/brewing/${letter}.md`);
  finish(reloadInto(bot, folder.root));
  for (const letter of "cd") folder.remove(`tea/brewing/${letter}.md`);
  expect(() => finish(reloadInto(bot, folder.root))).toThrow(
    `${folder.root}: has 6 entries, down from 8: start the bot anew if that is meant`,
  );
  expect(bot.packs[0].entries).toHaveLength(8);
});

it("refuses to lose a fifth of what it declines or of its vocabulary, as where a file was cut short", () => {
  const folder = createTeaFolder();
  folder.write(
    "tea/declined.yaml",
    ["coffee", "cocoa", "milk", "water"].map((drink) => `- what is ${drink}\n`).join(""),
  );
  const bot = createBot(loadKnowledge(folder.root));
  folder.write("tea/declined.yaml", "- what is coffee\n");
  expect(() => finish(reloadInto(bot, folder.root))).toThrow(
    `${folder.root}: has 1 lines to decline, down from 4: start the bot anew if that is meant`,
  );
  expect(bot.packs[0].declined).toHaveLength(4);
});

/** A bot that reloads a folder with little patience, and what to wait for in its log. */
async function startReload(folder: string) {
  const lines = new Writable({ objectMode: true, write: (line, _, done) => done(void logged.push(String(line))) });
  const logged: string[] = [];
  const since = await knowledgeState(folder);
  const bot = createBot(loadKnowledge(folder));
  const reload = createReload({ bot, folder, since, log: pino(lines), interval: 20 });
  await reload.start();
  onTestFinished(() => reload.stop());
  const logs = (text: string) =>
    vi.waitFor(() => expect(logged.join("")).toContain(text), { timeout: 15_000, interval: 5 });
  return { bot, logs, logged };
}

it("answers from an edit once it has been made, and from the folder before while it is unsound", async () => {
  const folder = copyOf(GARDEN_FOLDER);
  const { bot, logs } = await startReload(folder);
  const file = path.join(folder, "garden/soil/what-is-mulch.md");
  const before = bodyOf(bot, "what-is-mulch");
  edit(file, "It is # half-writ");
  await logs("but cannot be used");
  expect(bodyOf(bot, "what-is-mulch")).toBe(before);
  edit(file, "It is an edit.");
  await logs("is in use");
  expect(bodyOf(bot, "what-is-mulch")).toBe("It is an edit.");
});

it("tells a fault of its own from knowledge that is unsound, and says where the fault is", async () => {
  const folder = copyOf(GARDEN_FOLDER);
  const { bot, logs, logged } = await startReload(folder);
  bot.use = () => {
    throw new TypeError("a fault");
  };
  edit(path.join(folder, "garden/soil/what-is-mulch.md"), "It is an edit.");
  await logs("because of a fault in the bot");
  expect(JSON.parse(logged.join(""))).toMatchObject({
    level: 50,
    error: "TypeError",
    at: expect.stringContaining("reload"),
  });
});
