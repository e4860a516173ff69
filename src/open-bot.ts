import { type Bot, createBot } from "./bot.ts";
import { BotError } from "./errors.ts";
import { loadKnowledge } from "./knowledge/load.ts";

/**
 * A bot that answers from the packs below a folder.
 * @throws {BotError} naming everything that is wrong with the folder
 */
export function openBot(folder: string): Bot {
  const [first, ...others] = loadKnowledge(folder);
  if (first === undefined) throw new BotError(`The folder ${folder} holds no pack.`, "Name another knowledge folder.");
  return createBot([first, ...others]);
}
