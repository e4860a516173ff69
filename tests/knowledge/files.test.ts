import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COMMAND_WORDS } from "../../src/core/command.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createFolder, createTeaFolder, entryText, manifestText } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";
const TEXT = entryText("green-tea");

it.each([
  ["with a byte order mark", `\ufeff${TEXT}`],
  ["with line ends as on Windows", TEXT.replaceAll("\n", "\r\n")],
  ["with blank lines around its body", TEXT.replace("---\nPour", "---\n\n\nPour").concat("\n\n \n")],
])("reads an entry %s like any other", (_, text) => {
  const folder = createTeaFolder();
  const [plain] = loadKnowledge(folder.root);
  folder.write(FILE, text);
  expect(loadKnowledge(folder.root)).toEqual([plain]);
});

it.each([
  ["nothing", "", ":1: is empty"],
  ["blank lines", "\n \n", ":1: is empty"],
  ["no front matter", "Tea.\n", ":1: must start with a line of three hyphens, and then the fields"],
  ["a blank line first", `\n${TEXT}`, ":1: must start with a line of three hyphens, and then the fields"],
  [
    "no end of its front matter",
    `${TEXT.slice(0, -40)}\n`,
    ":1: has no second line of three hyphens to end the fields: is the file half-written?",
  ],
  [
    "no line break at its end",
    TEXT.slice(0, -1),
    ":12: ends without a line break: is the file half-written? If it is whole, add one",
  ],
  ["a NUL character", TEXT.replace("Pour", "Po\0ur"), ": holds a NUL character, so it is no text"],
  [
    "bytes that are no UTF-8",
    Buffer.from(TEXT.replace("Pour", "Poür"), "latin1"),
    ": is not UTF-8 text: save it as UTF-8",
  ],
  ["UTF-16", Buffer.from(`\ufeff${TEXT}`, "utf16le"), ": is not UTF-8 text: save it as UTF-8"],
  ["more than anybody writes by hand", `${TEXT}${"\n".repeat(256 * 1024)}`, ": is larger than 256 KiB"],
])("says so where an entry's file holds %s", (_, content, expected) => {
  const folder = createTeaFolder();
  folder.write(FILE, content);
  expect(folder.problems()).toEqual([`${FILE}${expected}`]);
});

it("counts the lines of a file with line ends as on Windows", () => {
  const folder = createTeaFolder();
  folder.write(FILE, entryText("green-tea", { kind: "recipe" }, "Tea.\n\n# Tea.").replaceAll("\n", "\r\n"));
  expect(folder.problems().map((problem) => problem.split(" ")[0])).toEqual([`${FILE}:4`, `${FILE}:14`]);
});

it.each(["Green-Tea", "green_tea", "green tea", "-tea", "tea-", "grün"])(
  "refuses an entry's file named %s.md",
  (name) => {
    const folder = createTeaFolder();
    folder.write(`tea/brewing/${name}.md`, entryText("other", { related: "[green-tea]" }));
    expect(folder.problems()).toEqual([`tea/brewing/${name}.md: its name must be lower-case words joined by hyphens`]);
  },
);

it.each(COMMAND_WORDS)("refuses the id %s, which would take a command away from people", (id) => {
  const folder = createTeaFolder();
  folder.write(`tea/brewing/${id}.md`, entryText(id));
  expect(folder.problems()).toEqual([
    `tea/brewing/${id}.md: its name must not be a command of the bot (help, topics, tour): add a word to it`,
  ]);
});

it("refuses an id that would not fit onto a button", () => {
  const folder = createTeaFolder();
  folder.write(`tea/brewing/${"a".repeat(41)}.md`, entryText("other"));
  expect(folder.problems()).toEqual([`tea/brewing/${"a".repeat(41)}.md: its name must have at most 40 characters`]);
});

it("reads what a pack declines, which may be nothing", () => {
  const folder = createTeaFolder();
  expect(loadKnowledge(folder.root)[0]?.declined).toEqual([]);
  folder.write("tea/declined.yaml", "- what is coffee\n- who took my kettle?\n");
  expect(loadKnowledge(folder.root)[0]?.declined).toEqual(["what is coffee", "who took my kettle?"]);
});

it("takes the manifest's label for where today departs from the source, or a neutral one", () => {
  const folder = createTeaFolder();
  expect(loadKnowledge(folder.root)[0]?.departsLabel).toBe("Different today");
  folder.write("tea/pack.yaml", manifestText({ departsLabel: "Since the book of 1900" }));
  expect(loadKnowledge(folder.root)[0]?.departsLabel).toBe("Since the book of 1900");
});

it("points out files that were meant to be read and are not", () => {
  const folder = createTeaFolder();
  const misnamed = ["tea/brewing/a.MD", "tea/brewing/b.markdown", "tea/brewing/c.md.txt"];
  for (const file of misnamed) folder.write(file, TEXT);
  folder.write("tea/vocabulary.yml", "synonyms: []\n");
  expect(folder.problems()).toEqual([
    ...misnamed.map((file) => `${file}: is not read: the name of an entry's file ends in .md`),
    "tea/vocabulary.yml: is not read: the YAML files of a pack are pack.yaml, vocabulary.yaml, claims.yaml, declined.yaml",
  ]);
});

it("overlooks what editors and authors leave beside the knowledge", () => {
  const folder = createTeaFolder();
  const files = [
    ".git/config.yaml",
    "_notes/idea.md",
    "README.md",
    "tea/_draft.md",
    `${FILE}~`,
    "tea/brewing/.a.md.swp",
  ];
  for (const file of files) folder.write(file, "anything");
  expect(folder.problems()).toEqual([]);
});

it.each([
  ["an empty folder", (folder) => mkdirSync(folder), "holds no pack: no folder in it has a pack.yaml"],
  [
    "a folder without packs",
    (folder) => mkdirSync(`${folder}/a/b`, { recursive: true }),
    "holds no pack: no folder in it has a pack.yaml",
  ],
  ["a file", (folder) => writeFileSync(folder, ""), "is not a folder"],
  ["a pipe", makePipe, "is not a folder"],
  ["nothing", () => undefined, "is not a folder: it does not exist"],
  ["a link to itself", (folder) => symlinkSync(folder, folder), "is not a folder: it does not exist"],
] satisfies [string, (folder: string) => void, string][])("says so where the knowledge is %s", (_, make, expected) => {
  const folder = createFolder().path("knowledge");
  make(folder);
  expect(() => loadKnowledge(folder)).toThrow(`The knowledge has 1 problem:\n  ${folder}: ${expected}`);
});

it("takes a folder that is itself a pack", () => {
  const folder = createTeaFolder();
  expect(loadKnowledge(folder.path("tea"))).toEqual(loadKnowledge(folder.root));
});

it("tells a pack by its command, whatever its folder is called", () => {
  const folder = createTeaFolder();
  const before = loadKnowledge(folder.root);
  renameSync(folder.path("tea"), folder.path(`${"Green Tea ".repeat(12)}!`));
  expect(loadKnowledge(folder.root)).toEqual(before);
});

it("points out a folder beside the packs that has no manifest", () => {
  const folder = createTeaFolder();
  folder.write("herbs/pack.yml", manifestText({ command: "herbs" }));
  expect(folder.problems()).toEqual(["herbs: has no pack.yaml, so it is no pack"]);
});

it.each([
  ["a list", "- tea\n", "tea/pack.yaml:1: must be fields, each written name: value"],
  ["nothing", "", "tea/pack.yaml:1: is empty"],
  ["half a list", "title: tea\ntopics: [\n", "tea/pack.yaml:3: is not valid YAML"],
  ["two documents", `${manifestText()}---\na: b\n`, "tea/pack.yaml:8: the file goes on after a line of --- or ..."],
])("says where a manifest that holds %s is wrong, and what is wrong beside it", (_, text, expected) => {
  const folder = createTeaFolder();
  folder.write("tea/pack.yaml", text);
  folder.write(FILE, entryText("green-tea", { kind: "recipe" }));
  const [kind, manifest, ...others] = folder.problems();
  expect(kind).toContain(`${FILE}:4 kind: `);
  expect(manifest).toContain(expected);
  expect(others).toEqual([]);
});

it("refuses symbolic links that lead out, in circles or nowhere, and pipes, without following or reading them", () => {
  const folder = createTeaFolder();
  const outside = createTeaFolder();
  const link = (target: string, name: string) => symlinkSync(target, folder.path(name));
  link(outside.path(FILE), "tea/brewing/a.md");
  link(outside.root, "tea/b");
  link(outside.path("tea"), "outer-pack");
  link("../leaves", "tea/leaves/c");
  link("d.md", "tea/leaves/d.md");
  link("gone.md", "tea/leaves/e.md");
  link("/dev/zero", "tea/vocabulary.yaml");
  makePipe(folder.path("tea/claims.yaml"));
  mkdirSync(folder.path("tea/leaves/folder.md"));
  expect(folder.problems()).toEqual([
    "outer-pack: is a symbolic link that leads out of the knowledge",
    "tea/b: is a symbolic link that leads out of the knowledge",
    "tea/brewing/a.md: is a symbolic link that leads out of the knowledge",
    "tea/claims.yaml: is neither a file nor a folder",
    "tea/leaves/c: is a symbolic link to something other than a file",
    "tea/leaves/d.md: is a symbolic link that leads in a circle",
    "tea/leaves/e.md: is gone, or is a symbolic link that leads nowhere",
    "tea/vocabulary.yaml: is a symbolic link that leads out of the knowledge",
  ]);
});

it("follows a symbolic link to a file inside", () => {
  const folder = createTeaFolder();
  folder.write("tea/.current/green.md", TEXT);
  folder.remove(FILE);
  symlinkSync("../.current/green.md", folder.path(FILE));
  expect(folder.problems()).toEqual([]);
});

it("refuses folders that are too deep, without walking on", () => {
  const folder = createTeaFolder();
  folder.write("tea/a/b/c/d/e/f.md", "");
  expect(folder.problems()).toEqual(["tea/a/b/c/d: lies more than 4 folders deep"]);
});

it("says which files and folders it has no permission to read", () => {
  const folder = createTeaFolder();
  chmodSync(folder.root, 0o755);
  chmodSync(folder.path(FILE), 0);
  folder.write("tea/pots/tea-pot.md", entryText("tea-pot"));
  chmodSync(folder.path("tea/pots"), 0);
  expect(withoutPrivileges(folder.problems)).toEqual([
    `${FILE}: cannot be read: whoever runs this has no permission to`,
    "tea/pots: cannot be read: whoever runs this has no permission to",
  ]);
});

/** Does something as somebody whom permissions stop, who is nobody in particular where the tests run as root. */
function withoutPrivileges<T>(act: () => T): T {
  const user = process.geteuid?.() ?? -1;
  if (user === 0) process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    if (user === 0) process.seteuid?.(user);
  }
}

/** Makes a named pipe, which whoever opens it to read would wait for ever. */
function makePipe(file: string): void {
  execFileSync("sh", ["-c", 'mkfifo "$0"', file]);
}
