import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { inspectKnowledge } from "../../src/knowledge/load.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";

/** A folder on the disk, gone when the test is over. */
export interface Folder {
  root: string;
  /** The path of a file in it. */
  path(name: string): string;
  /** Writes a file, with the folders that it lies in. */
  write(name: string, content: string | Uint8Array): void;
  remove(name: string): void;
  /** Everything that is wrong with it as knowledge, as people read it, with paths as seen from the folder. */
  problems(): string[];
}

/** An empty folder. */
export function createFolder(): Folder {
  const root = mkdtempSync(path.join(tmpdir(), "knowledge-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const inside = (name: string) => path.join(root, name);
  return {
    root,
    path: inside,
    write(name, content) {
      mkdirSync(path.dirname(inside(name)), { recursive: true });
      writeFileSync(inside(name), content);
    },
    remove: (name) => rmSync(inside(name), { recursive: true }),
    problems: () =>
      inspectKnowledge(root).problems.map((problem) =>
        formatProblem({ ...problem, file: path.relative(root, problem.file) || "." }),
      ),
  };
}

/** Fields as YAML, by name; without a value, the field is left out. */
type Fields = Readonly<Record<string, string | undefined>>;

/** The lines of a YAML file, a field a line. */
export function fieldLines(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]))
    .join("");
}

/** The manifest of a pack about tea, with two topics. */
export function manifestText(changes: Fields = {}): string {
  return fieldLines({
    title: "tea",
    command: "tea",
    description: "Ask about tea.",
    welcome: "Hello!",
    topics: "[{ id: brewing, title: Brewing }, { id: leaves, title: Leaves }]",
    featured: "[green-tea]",
    tour: "[green-tea, tea-plant]",
    ...changes,
  });
}

/** The file of an entry about tea. Its fields stand on the lines 2 to 10, and its body starts on line 12. */
export function entryText(id: string, changes: Fields = {}, body = "Pour hot water on it, and wait."): string {
  const questions = Array.from({ length: 10 }, (_, index) => `phrasing ${index} of ${id}`);
  const fields = fieldLines({
    title: `What is ${id}?`,
    label: id,
    kind: "concept",
    questions: `[${questions.join(", ")}]`,
    keywords: `[${id}]`,
    related: id === "green-tea" ? "[tea-plant]" : "[green-tea]",
    claims: "[]",
    references: "[{ title: About tea, url: https://tea.example.com/ }]",
    verified: "2026-11-24",
    ...changes,
  });
  return `---\n${fields}---\n${body}\n`;
}

/** A folder with one sound pack, `tea`, of two entries. */
export function createTeaFolder(): Folder {
  const folder = createFolder();
  folder.write("tea/pack.yaml", manifestText());
  folder.write("tea/brewing/green-tea.md", entryText("green-tea"));
  folder.write("tea/leaves/tea-plant.md", entryText("tea-plant"));
  return folder;
}
