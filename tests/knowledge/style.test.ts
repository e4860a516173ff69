import { expect, it } from "vitest";
import { styleProblems } from "../../scripts/checks/style.ts";
import { inspectKnowledge, loadKnowledge } from "../../src/knowledge/load.ts";
import { createTeaFolder, entryText, type Folder } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";

/** A sound pack, but for the style of an entry; its body starts on line 12. */
function folderWith(body: string, fields: Readonly<Record<string, string>> = {}): Folder {
  const folder = createTeaFolder();
  folder.write(FILE, entryText("green-tea", fields, body));
  return folder;
}

/** What is said of the style of an entry. */
function styleOf(folder: Folder): string[] {
  return inspectKnowledge(folder.root)
    .packs.flatMap(styleProblems)
    .map(({ file, line, field, message }) => `${file.slice(folder.root.length + 1)}:${line} ${field}: ${message}`);
}

const STYLES: [what: string, body: string, expected: string][] = [
  [
    "more words than chat has patience for",
    "Leaf tea. ".repeat(45).concat("Leaf."),
    "12 body: has 91 words of prose, more than 90",
  ],
  [
    "a long sentence",
    `${"leaf ".repeat(35)}end.`,
    "12 body: has a sentence of 36 words, more than 35: “leaf leaf leaf leaf leaf leaf leaf leaf…”",
  ],
  ["a word that the voice avoids", "Tea.\n\nIt is\njust tea.", "15 body: says “just”: see Voice in CONTRIBUTING.md"],
  ["code without a language", "Do:\n\n```\nls\n```", "14 body: has a code block without a language"],
  [
    "the language console",
    "Do:\n\n```console\nls\n```",
    "14 body: has a code block of the language console: use bash, without a prompt",
  ],
];

it.each(STYLES)("names the line with %s", (_, body, expected) => {
  expect(styleOf(folderWith(body))).toEqual([`${FILE}:${expected}`]);
});

it.each(STYLES)("keeps no bot from answering with %s", (_, body) => {
  const [pack] = loadKnowledge(folderWith(body).root);
  expect(pack.entries.find(({ id }) => id === "green-tea")?.body).toBe(body.trim());
});

it("asks for more phrasings, and lets the bot do with fewer", () => {
  const folder = folderWith("Tea.", { questions: "[what is it, is it green]" });
  expect(styleOf(folder)).toEqual([`${FILE}:5 questions: has 2 phrasings, fewer than 10`]);
  expect(folder.problems()).toEqual([]);
});

it("looks at the words of an entry of which the fields cannot be used", () => {
  const folder = folderWith("It is just tea.", { kind: "recipe" });
  expect(styleOf(folder)).toEqual([`${FILE}:12 body: says “just”: see Voice in CONTRIBUTING.md`]);
});

it.each([">", "1. ", "- > ", "[", "**a *b ", "<a "])("does not crash on a body of nothing but %j", (piece) => {
  for (const length of [1000, 2400, 60_000]) {
    expect(() => styleOf(folderWith(piece.repeat(length / piece.length)))).not.toThrow();
  }
});
