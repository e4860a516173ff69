import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { GARDEN_FOLDER } from "../fixtures/packs.ts";
import { createTeaFolder, type Folder, manifestText } from "./folder.ts";

const PNG = readFileSync(path.join(GARDEN_FOLDER, "garden/diagrams/compost-heap.png"));
const FILES = { txt: "tea/diagrams/tea-pot.txt", png: "tea/diagrams/tea-pot.png" };

/** A pack that lists a diagram, and has its files. */
function createPicturedFolder(): Folder {
  const folder = createTeaFolder();
  folder.write("tea/pack.yaml", manifestText({ diagrams: "[{ id: tea-pot, title: A tea pot, alt: A pot. }]" }));
  folder.write(FILES.txt, "  _\n c[_]\n\n");
  folder.write(FILES.png, PNG);
  return folder;
}

it("loads a diagram with its drawing, as it was drawn, and its picture", () => {
  const { root } = createPicturedFolder();
  const [pack] = loadKnowledge(root);
  const loaded = { id: "tea-pot", title: "A tea pot", alt: "A pot.", text: "  _\n c[_]", image: PNG };
  expect(pack?.diagrams).toEqual([loaded]);
});

it.each(["txt", "png"] as const)("says which diagram has no .%s file, and where it is listed", (ending) => {
  const folder = createPicturedFolder();
  folder.remove(FILES[ending]);
  expect(folder.problems()).toEqual([
    `tea/pack.yaml:8 diagrams.0: names a diagram without its file diagrams/tea-pot.${ending}`,
  ]);
});

it("names every missing file in one run", () => {
  const folder = createPicturedFolder();
  folder.remove("tea/diagrams");
  expect(folder.problems()).toHaveLength(2);
});

it.each([
  ["no PNG", "<svg/>"],
  ["empty", ""],
  ["half-written", PNG.subarray(0, PNG.length - 1)],
])("does not take a picture that is %s", (_, content) => {
  const folder = createPicturedFolder();
  folder.write(FILES.png, content);
  expect(folder.problems()).toEqual([`${FILES.png}: is not a PNG, or not a whole one`]);
});

it("does not take a picture that is far larger than chat needs", () => {
  const folder = createPicturedFolder();
  folder.write(FILES.png, Buffer.alloc(1024 * 1024 + 1));
  expect(folder.problems()).toEqual([`${FILES.png}: is larger than 1024 KiB`]);
});

it.each(["\t", "\u001b[2J", "\u0007"])("does not take a drawing that would come out otherwise: %j", (content) => {
  const folder = createPicturedFolder();
  folder.write(FILES.txt, `c[_]${content} x\n`);
  expect(folder.problems()).toEqual([`${FILES.txt}: holds a tab or another control character: draw with spaces`]);
});

it("does not take a drawing that is empty", () => {
  const folder = createPicturedFolder();
  folder.write(FILES.txt, "\n\n");
  expect(folder.problems()).toEqual([`${FILES.txt}: is empty`]);
});
