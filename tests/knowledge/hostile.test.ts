import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectKnowledge } from "../../src/knowledge/load.ts";
import { createTeaFolder, entryText, fieldLines, manifestText } from "./folder.ts";

const ENTRY = "tea/brewing/green-tea.md";
/** As much as is read of a file. */
const FULL = 256 * 1024 - 2000;

const YAML_PIECES = [
  "- ",
  "? ",
  ": ",
  "[",
  "]",
  "{",
  "}",
  ", ",
  "&a ",
  "*a",
  "!x ",
  '"',
  "'",
  "|\n",
  ">-\n",
  "\n",
  "  ",
  "\t",
  "#",
  "%",
  "<<: ",
  "---\n",
  "title: ",
];
const MARKDOWN_PIECES = [
  "# ",
  "> ",
  "- ",
  "1. ",
  "**",
  "_",
  "`",
  "```\n",
  "~~~",
  "[a]",
  "(b)",
  "![",
  "](",
  "<b>",
  "<!--",
  "|",
  "---\n",
  "\n",
  "    ",
  "&#0;",
  "\\",
  "end.",
  "https://",
];
const piecesOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((chosen) => chosen.join(""));

describe("a file of any content", () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }).map((text) => Buffer.from(text)),
    piecesOf(YAML_PIECES).map((text) => Buffer.from(`---\n${text}\n---\nTea.\n`)),
    piecesOf(MARKDOWN_PIECES).map((text) => Buffer.from(entryText("green-tea", {}, text))),
    fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 3 })).map(([place, bytes]) => {
      const text = Buffer.from(entryText("green-tea"));
      text.set(bytes.subarray(0, 1), place % text.length);
      return text;
    }),
  );

  it.each([ENTRY, "tea/pack.yaml", "tea/vocabulary.yaml", "tea/claims.yaml", "tea/declined.yaml"])(
    "as %s is sound, or is told to be wrong on a line that it has",
    (file) => {
      const folder = createTeaFolder();
      const others = ["tea", "tea/leaves/tea-plant.md", "tea/pack.yaml"];
      fc.assert(
        fc.property(anyBytes, fc.constantFrom("\n", "\n", ""), (bytes, lineBreak) => {
          const whole = Buffer.concat([bytes, Buffer.from(lineBreak)]);
          folder.write(file, whole);
          const lines = whole.toString("latin1").split("\n").length;
          for (const problem of inspectKnowledge(folder.root).problems) {
            expect(problem.message).not.toBe("");
            const name = problem.file.slice(folder.root.length + 1);
            expect([file, ...others]).toContain(name);
            if (name === file) expect(problem.line ?? 1).toBeLessThanOrEqual(lines);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe("YAML that would exhaust the memory, the stack or anybody's patience", () => {
  it("is refused where aliases stand for ever more of each other", () => {
    const folder = createTeaFolder();
    const levels = "bcdefghij".split("").map((name, index) => {
      const previous = `*${"abcdefghij"[index]}`;
      return `${name}: &${name} [${Array(9).fill(previous).join(", ")}]\n`;
    });
    folder.write("tea/vocabulary.yaml", `a: &a [tea, tea]\n${levels.join("")}`);
    const problems = folder.problems();
    expect(problems).toHaveLength(10);
    expect(problems[0]).toBe(
      "tea/vocabulary.yaml:1: a text starts with *, & or !, which means something in YAML: put the whole text in quotes",
    );
  });

  it.each([
    ["brackets", "[".repeat(FULL)],
    ["brackets that close", "[".repeat(FULL / 2).concat("]".repeat(FULL / 2))],
    ["brackets after brackets that close nothing", "]".repeat(FULL / 2).concat("[".repeat(FULL / 2))],
    ["braces", "{a: ".repeat(FULL / 4)],
    ["fields in brackets", `[${"a: ".repeat(FULL / 3)}`],
    ["fields in brackets, a line each", `[${"a:\n".repeat(FULL / 3)}`],
    ["hyphens", "- ".repeat(FULL / 2)],
    ["hyphens with tabs", "-\t".repeat(FULL / 2)],
    ["question marks", "? ".repeat(FULL / 2)],
    ["colons", ": ".repeat(FULL / 2)],
    ["lines, each further in", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("is refused where it nests %s", (_, text) => {
    const folder = createTeaFolder();
    folder.write(ENTRY, `---\n${text}\n---\nTea.\n`);
    folder.write("tea/vocabulary.yaml", `${text}\n`);
    expect(folder.problems()).toEqual([
      `${ENTRY}: nests lists or fields too deeply, or leaves a bracket open`,
      "tea/vocabulary.yaml: nests lists or fields too deeply, or leaves a bracket open",
    ]);
  });

  it.each([
    ["quotes", '"'],
    ["anchors", "&a "],
    ["tags", "!a "],
    ["aliases", "*a\n"],
    ["braces that close nothing", "}{"],
    ["directives", "%a\n"],
    ["the same field", "a: 1\n"],
    ["documents", "---\n"],
  ])("is told to be wrong in a few words where it is nothing but %s", (_, piece) => {
    const folder = createTeaFolder();
    folder.write("tea/vocabulary.yaml", `${piece.repeat(10_000 / piece.length)}\n`);
    const problems = folder.problems();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(10);
  });

  it("is read where it nests as much as a pack needs, on long lines", () => {
    const folder = createTeaFolder();
    const words = Array.from({ length: 200 }, (_, index) => `word ${index}`);
    const pairs = words.map((word) => `${word}: text`);
    folder.write(
      "tea/vocabulary.yaml",
      fieldLines({ synonyms: `[[${words.join(", ")}]]`, abbreviations: `{${pairs.join(", ")}}` }),
    );
    folder.write("tea/pack.yaml", manifestText({ welcome: `>-\n${" ".repeat(60)}Hello - you: [[[[{{{{ ? ? - - -` }));
    expect(folder.problems()).toEqual([]);
  });
});
