import { expect, it } from "vitest";
import { createTeaFolder, entryText, manifestText } from "./folder.ts";

const CLAIMS = "- { id: T01, claim: Tea is a leaf., verdict: right }\n";

it("accepts what names claims, diagrams and entries that there are", () => {
  const folder = createTeaFolder();
  const diagrams = "[{ id: tea-pot, title: A tea pot, alt: A pot with a spout. }]";
  folder.write("tea/pack.yaml", manifestText({ diagrams }));
  folder.write("tea/diagrams/tea-pot.txt", "c[_]\n");
  folder.write("tea/diagrams/tea-pot.png", Buffer.from("\x89PNG\r\n\x1a\nIEND\xaeB`\x82", "latin1"));
  folder.write("tea/claims.yaml", CLAIMS);
  const names = { claims: "[T01]", references: "[]", diagram: "tea-pot", related: "[tea-plant]" };
  folder.write("tea/brewing/green-tea.md", entryText("green-tea", names));
  expect(folder.problems()).toEqual([]);
});

it.each([
  ["related", "[tea-plant, coffee]", "7 related.1: names the entry coffee, which does not exist"],
  ["related", "[green-tea]", "7 related.0: names the entry itself"],
  ["claims", "[T01, T99]", "8 claims.1: names the claim T99, which does not exist"],
  ["references", "[]", "9 references: needs at least one reference or claim"],
  ["diagram", "tea-pot", "11 diagram: names the diagram tea-pot, which does not exist"],
])("says that %s of an entry cannot be %s", (field, value, expected) => {
  const folder = createTeaFolder();
  folder.write("tea/claims.yaml", CLAIMS);
  folder.write("tea/brewing/green-tea.md", entryText("green-tea", { [field]: value }));
  expect(folder.problems()).toEqual([`tea/brewing/green-tea.md:${expected}`]);
});

it.each([
  ["featured", "[coffee]", "6 featured.0: names the entry coffee, which does not exist"],
  ["tour", "[green-tea, coffee]", "7 tour.1: names the entry coffee, which does not exist"],
  [
    "topics",
    "[{ id: brewing, title: B }, { id: leaves, title: L }, { id: pots, title: P }]",
    "5 topics.2: names the topic pots, which has no folder with entries",
  ],
  [
    "topics",
    "[{ id: brewing, title: B }, { id: leaves, title: L }, { id: leaves, title: M }]",
    "5 topics.2: stands in this list twice",
  ],
  ["command", "Tea", "2 command: must be 1 to 31 lower-case letters, digits, hyphens or underscores"],
  ["localizations", "{ german: { command: tee } }", "8 localizations.german: must be a tag such as de or pt-BR"],
  [
    "localizations",
    "{ de: { command: Grüner Tee } }",
    "8 localizations.de.command: must be 1 to 32 lower-case letters, digits, hyphens or underscores",
  ],
  [
    "diagrams",
    "[{ id: a, title: A, alt: A. }, { id: a, title: B, alt: B. }]",
    "8 diagrams.1: stands in this list twice",
  ],
  ["welcome", "", "4 welcome: is empty"],
])("says that %s of a manifest cannot be %s", (field, value, expected) => {
  const folder = createTeaFolder();
  folder.write("tea/pack.yaml", manifestText({ [field]: value }));
  expect(folder.problems()).toEqual([`tea/pack.yaml:${expected}`]);
});

it.each([
  ["claims.yaml", "- { id: one, claim: Tea., verdict: right }\n", "1 0.id: must be a claim id such as H01"],
  [
    "claims.yaml",
    "- { id: T01, claim: Tea., verdict: true }\n",
    "1 0.verdict: must be one of: right, right with a caveat, outdated, wrong",
  ],
  ["claims.yaml", `${CLAIMS}${CLAIMS}`, "2 1: stands in this list twice"],
  ["claims.yaml", "", "1: is empty"],
  ["declined.yaml", "what is coffee\n", "1: must be a list, with an item a line after a hyphen"],
  ["declined.yaml", "- what is coffee\n- ''\n", "2 1: is empty"],
  ["declined.yaml", "- what is coffee\n- 404\n", "2 1: must be text, and is read as a number: put it in quotes"],
  ["declined.yaml", "- what is coffee\n- What is Coffee?\n", "2 1: stands in this list twice"],
  ["vocabulary.yaml", "synonyms:\n  - [pot, kettle]\n  - [leaf, leaf]\n", "3 synonyms.1.1: stands in this list twice"],
  [
    "vocabulary.yaml",
    "abbreviations:\n  tp: 5\n",
    "2 abbreviations.tp: must be text, and is read as a number: put it in quotes",
  ],
  ["vocabulary.yaml", "synonym: []\n", "1 synonym: is not a field known here"],
])("says what is wrong with %s that reads %j", (file, text, expected) => {
  const folder = createTeaFolder();
  folder.write(`tea/${file}`, text);
  expect(folder.problems()).toEqual([`tea/${file}:${expected}`]);
});

it("says which entries have a label, a title or a phrasing that another one has", () => {
  const folder = createTeaFolder();
  const phrasings = Array.from({ length: 10 }, (_, index) => `\n  - another phrasing ${index}`).join("");
  const questions = `${phrasings}\n  - What is... GREEN tea\n  - Phrasing 3 of green-tea!`;
  folder.write("tea/leaves/tea-plant.md", entryText("tea-plant", { label: "green-tea", questions }));
  expect(folder.problems()).toEqual(
    [
      "tea/leaves/tea-plant.md:3 label: “green-tea” is the label of tea/brewing/green-tea.md too",
      "tea/leaves/tea-plant.md:16 questions.10: “what is green tea” is a question of tea/brewing/green-tea.md too",
      "tea/leaves/tea-plant.md:17 questions.11: “phrasing 3 of green tea” is a question of tea/brewing/green-tea.md too",
    ].map((problem) => problem.replaceAll("of tea/", `of ${folder.root}/tea/`)),
  );
});

it("says which entry has a question that the pack declines", () => {
  const folder = createTeaFolder();
  folder.write("tea/declined.yaml", "- what is coffee\n- What is green-tea\n- 'phrasing 3 of: tea-plant'\n");
  expect(folder.problems()).toEqual([
    `tea/declined.yaml:2 1: “what is green tea” is a question of ${folder.path("tea/brewing/green-tea.md")} too`,
    `tea/declined.yaml:3 2: “phrasing 3 of tea plant” is a question of ${folder.path("tea/leaves/tea-plant.md")} too`,
  ]);
});

it("says which ids and commands two packs share", () => {
  const folder = createTeaFolder();
  folder.write("herbs/pack.yaml", manifestText({ topics: "[{ id: leaves, title: Leaves }]", tour: "[green-tea]" }));
  folder.write("herbs/leaves/green-tea.md", entryText("green-tea", { related: "[mint]" }));
  folder.write("herbs/leaves/mint.md", entryText("mint"));
  expect(folder.problems()).toEqual([
    `tea/brewing/green-tea.md: the id green-tea is used by ${folder.path("herbs/leaves/green-tea.md")} too`,
    `tea/pack.yaml:2 command: /tea is the command of ${folder.path("herbs/pack.yaml")} too`,
  ]);
});

it("says which ids two topics of a pack share", () => {
  const folder = createTeaFolder();
  folder.write(
    "tea/leaves/green-tea.md",
    entryText("green-tea", { label: "other", title: "Other?", questions: `[${"abcdefghij".split("").join(", ")}]` }),
  );
  expect(folder.problems()).toEqual([
    `tea/leaves/green-tea.md: the id green-tea is used by ${folder.path("tea/brewing/green-tea.md")} too`,
  ]);
});

it("says that an entry lies in a folder that is no topic", () => {
  const folder = createTeaFolder();
  folder.write("tea/pots/tea-pot.md", entryText("tea-pot"));
  folder.write("tea/lid.md", entryText("lid"));
  expect(folder.problems()).toEqual([
    "tea/lid.md: lies in the folder tea, which is not among the topics in the pack's manifest",
    "tea/pots/tea-pot.md: lies in the folder pots, which is not among the topics in the pack's manifest",
  ]);
});

it("says nothing of names that only look wrong because the file with what they name is broken", () => {
  const folder = createTeaFolder();
  folder.write("tea/claims.yaml", "- {\n");
  folder.write("tea/leaves/tea-plant.md", "half-written\n");
  folder.write("tea/brewing/green-tea.md", entryText("green-tea", { claims: "[T01]" }));
  expect(folder.problems().map((problem) => problem.replace(/:.*/, ""))).toEqual([
    "tea/claims.yaml",
    "tea/leaves/tea-plant.md",
  ]);
});
