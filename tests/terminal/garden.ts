import { createBot } from "../../src/bot.ts";
import type { Entry } from "../../src/core/entry.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

/** The small pack of the tests. */
export const garden = packIn(GARDEN_FOLDER);

/** A bot that answers from the small pack. */
export function gardenBot() {
  return createBot([garden]);
}

/** An entry of the small pack. */
export function gardenEntry(id: string): Entry {
  const entry = garden.entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`The pack has no entry ${id}.`);
  return entry;
}
