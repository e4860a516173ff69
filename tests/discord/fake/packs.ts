import type { Packs } from "../../../src/core/pack.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";

let packs: Packs | undefined;

/** The packs of the fixtures, read once. */
export function loadPacks(): Packs {
  packs ??= loadKnowledge("tests/fixtures/knowledge");
  return packs;
}
