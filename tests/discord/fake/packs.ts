import type { Packs } from "../../../src/bot.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";

let packs: Packs | undefined;

/** The packs of the fixtures, read once. */
export function loadPacks(): Packs {
  packs ??= read();
  return packs;
}

function read(): Packs {
  const [first, ...others] = loadKnowledge("tests/fixtures/knowledge");
  if (!first) throw new Error("the fixtures hold no pack");
  return [first, ...others];
}
