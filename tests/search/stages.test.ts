import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { foldersImportedBy } from "../fixtures/imports.ts";

const SEARCH = "src/search";
const STAGES = [
  "numbers",
  "text",
  "spelling",
  "index",
  "classifier",
  "query",
  "ranking",
  "assessment",
  "decision",
] as const;

it("search is a row of stages, all of them named here", () => {
  const folders = readdirSync(SEARCH, { withFileTypes: true }).filter((item) => item.isDirectory());
  expect(new Set(folders.map(({ name }) => name))).toEqual(new Set(STAGES));
});

it.each([...STAGES.entries()])("stage %i, %s, knows only those before it", (place, stage) => {
  expect(STAGES.slice(0, place)).toEqual(expect.arrayContaining(foldersImportedBy(`${SEARCH}/${stage}`)));
});
