import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { createTeaFolder, entryText, manifestText } from "./folder.ts";

/** Runs one of the programs for authors to its end. */
function run(program: "knowledge-check" | "knowledge-stale", ...args: string[]) {
  const child = spawnSync(process.execPath, ["--import", "tsx", `scripts/${program}.ts`, ...args], {
    encoding: "utf8",
  });
  return { exitCode: child.status, output: child.stdout, errors: child.stderr };
}

it("checks the knowledge, naming file, line and field of every problem, and fails", () => {
  const folder = createTeaFolder();
  folder.write(
    "tea/brewing/green-tea.md",
    entryText("green-tea", { kind: "recipe", label: undefined }, "It is just tea."),
  );
  folder.write("tea/leaves/tea-plant.md", entryText("tea-plant", { questions: "[what does tea grow on]" }));
  const { exitCode, output, errors } = run("knowledge-check", folder.root);
  expect(errors.split("\n")).toEqual([
    `${folder.path("tea/brewing/green-tea.md")}:2 label: is missing`,
    expect.stringMatching(/green-tea\.md:3 kind: must be one of: concept, /),
    `${folder.path("tea/brewing/green-tea.md")}:11 body: says “just”: see Voice in CONTRIBUTING.md`,
    `${folder.path("tea/leaves/tea-plant.md")}:5 questions: has 1 phrasings, fewer than 10`,
    "",
  ]);
  expect(output).toContain("4 problems");
  expect(exitCode).toBe(1);
});

it("says what of an entry does not fit whole into Slack, Discord or a terminal", () => {
  const folder = createTeaFolder();
  folder.write("tea/pack.yaml", manifestText({ diagrams: "[{ id: tea-pot, title: A tea pot, alt: A pot. }]" }));
  folder.write("tea/diagrams/tea-pot.txt", `${"_".repeat(61)}\n`);
  folder.write("tea/diagrams/tea-pot.png", Buffer.from("\x89PNG\r\n\x1a\nIEND\xaeB`\x82", "latin1"));
  const page = (number: number) => `{ title: ${"R&&& ".repeat(22)}, url: https://a.b/${number}${"x".repeat(280)} }`;
  const changes = {
    references: `[${[1, 2, 3, 4, 5].map(page).join(", ")}]`,
    departs: "T".repeat(81),
    diagram: "tea-pot",
  };
  const body = `Pour:\n\n\`\`\`text\n${"&".repeat(1_100)}\n\`\`\``;
  folder.write("tea/brewing/green-tea.md", entryText("green-tea", changes, body));
  const { exitCode, errors } = run("knowledge-check", folder.root);
  const file = folder.path("tea/brewing/green-tea.md");
  expect(errors.split("\n")).toEqual([
    `${file}:14 body: does not fit whole into Slack`,
    `${file}:9 references: makes 3366 characters in one text in Slack, more than 3000`,
    `${file}:9 references: does not fit whole into Discord`,
    `${file}:12 diagram: does not fit whole into a terminal of 60 columns`,
    `${file}: is wider than a terminal of 80 columns: “${"T".repeat(81)}”`,
    "",
  ]);
  expect(exitCode).toBe(1);
});

it("lists the entries that were last checked more than a year ago, longest ago first", () => {
  const folder = createTeaFolder();
  folder.write("tea/brewing/green-tea.md", entryText("green-tea", { verified: "2027-02-27" }));
  folder.write("tea/brewing/oolong.md", entryText("oolong", { verified: "2027-02-28" }));
  expect(run("knowledge-stale", folder.root, "--on", "2028-02-28")).toEqual({
    exitCode: 0,
    output: [
      `${folder.path("tea/leaves/tea-plant.md")}:10 verified: was last checked on 2026-11-24`,
      `${folder.path("tea/brewing/green-tea.md")}:10 verified: was last checked on 2027-02-27`,
      "2 of 3 entries were last checked more than a year before 2028-02-28.\n",
    ].join("\n"),
    errors: "",
  });
});

it("lists what it can where the knowledge has problems, and says so", () => {
  const folder = createTeaFolder();
  folder.write("tea/brewing/green-tea.md", "half-written");
  const { exitCode, output, errors } = run("knowledge-stale", folder.root, "--on=2030-01-01");
  expect(output).toContain("1 of 1 entries were last checked more than a year before 2030-01-01.");
  expect(errors).toContain("knowledge:check");
  expect(exitCode).toBe(0);
});

it.each([
  ["--on", "2026-02-30"],
  ["one", "two"],
  ["--off", "today"],
])("refuses to list with the arguments %s %s", (...args) => {
  const { exitCode, output, errors } = run("knowledge-stale", ...args);
  expect(errors).toContain("Usage: npm run knowledge:stale");
  expect(output).toBe("");
  expect(exitCode).toBe(2);
});
