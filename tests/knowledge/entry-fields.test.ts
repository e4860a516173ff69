import { expect, it } from "vitest";
import { createTeaFolder, entryText } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";

/** What is said about an entry with these fields. */
function problemsOf(changes: Readonly<Record<string, string | undefined>>): string[] {
  const folder = createTeaFolder();
  folder.write(FILE, entryText("green-tea", changes));
  return folder.problems();
}

it("has nothing to say about a sound pack", () => {
  expect(createTeaFolder().problems()).toEqual([]);
});

it.each([
  ["title", undefined, ["2 title: is missing"]],
  ["title", "", ["2 title: is empty"]],
  ["title", "''", ["2 title: is empty"]],
  ["title", "404", ["2 title: must be text, and is read as a number: put it in quotes"]],
  ["title", "true", ["2 title: must be text, and is read as a boolean: put it in quotes"]],
  ["title", `"${"a".repeat(101)}"`, ["2 title: has 101 characters, more than 100"]],
  ["title", '"two\\nlines"', ["2 title: must be one line"]],
  ["title", '"a\\u202eb"', ["2 title: holds a control character that nobody would see"]],
  ["title", '"half \\ud83c"', ["2 title: holds a control character that nobody would see"]],
  ["label", `"${"a".repeat(35)}"`, ["3 label: has 35 characters, more than 34"]],
  ["kind", "recipe", ["4 kind: must be one of: concept, how-to, comparison, troubleshooting, reference"]],
  ["kind", undefined, ["2 kind: is missing"]],
  ["questions", "what is it", ["5 questions: must be a list, with an item a line after a hyphen"]],
  ["questions", "[]", ["5 questions: needs at least 1 phrasing"]],
  [
    "questions",
    "[a, b, c, d, e, f, g, h, i, what is tea, What is TEA?!]",
    ["5 questions.10: stands in this list twice"],
  ],
  ["keywords", "[]", ["6 keywords: needs at least 1 keyword"]],
  ["keywords", "[tea, tea]", ["6 keywords.1: stands in this list twice"]],
  ["related", "tea-plant", ["7 related: must be a list, with an item a line after a hyphen"]],
  ["related", "[]", ["7 related: needs at least 1 related entry"]],
  ["related", "[Tea Plant]", ["7 related.0: must be lower-case words joined by hyphens"]],
  ["related", "[tea-plant, b, c, d, e, f]", ["7 related: has 6 items, more than 5"]],
  ["claims", "[one]", ["8 claims.0: must be a claim id such as H01"]],
  ["references", "[https://tea.example.com]", ["9 references.0: must be fields, each written name: value"]],
  ["references", "[{ title: Tea }]", ["9 references.0.url: is missing"]],
  ["references", "[{ title: Tea, url: http://a.b }]", ["9 references.0.url: must be an https address"]],
  ["references", "[{ title: Tea, url: javascript:a }]", ["9 references.0.url: must be an https address"]],
  ["references", "[{ title: T, url: https://a.b, site: x }]", ["9 references.0.site: is not a field known here"]],
  ["verified", "yesterday", ["10 verified: must be a day written YYYY-MM-DD"]],
  ["verified", "2026-02-30", ["10 verified: must be a day written YYYY-MM-DD"]],
  ["verified", undefined, ["2 verified: is missing"]],
  ["departs", `"${"a".repeat(201)}"`, ["11 departs: has 201 characters, more than 200"]],
  ["diagram", "Tea Pot", ["11 diagram: must be lower-case words joined by hyphens"]],
  ["author", "me", ["11 author: is not a field known here"]],
  ["__proto__", "{ id: x }", ["11 __proto__: is not a field known here"]],
  ["constructor", "x", ["11 constructor: is not a field known here"]],
])("says what is wrong where %s is %j, and where", (field, value, expected) => {
  expect(problemsOf({ [field]: value })).toEqual(expected.map((problem) => `${FILE}:${problem}`));
});

it.each([
  ["how do I: a colon", "must be text, and is read as a field with a value, because of its colon: put it in quotes"],
  ["[see] a bracket", "a text goes on where it should have ended: put the whole text in quotes"],
  ['"quoted" and more', "a text goes on where it should have ended: put the whole text in quotes"],
  ["`code` first", "a text starts with a character that means something in YAML: put the whole text in quotes"],
  ["@someone", "a text starts with a character that means something in YAML: put the whole text in quotes"],
  ["*.log", "a text starts with *, & or !, which means something in YAML: put the whole text in quotes"],
  ["&& and more", "a text starts with *, & or !, which means something in YAML: put the whole text in quotes"],
  ["!important", "a text starts with *, & or !, which means something in YAML: put the whole text in quotes"],
  ["one: two: three", "a text holds a colon, which means something in YAML: put the whole text in quotes"],
  ["???", "must hold a word"],
  ["~", "is empty"],
  ["''", "is empty"],
  ["404", "must be text, and is read as a number: put it in quotes"],
])("says how to write the phrasing %j, on its own line", (phrasing, message) => {
  const questions = Array.from({ length: 10 }, (_, index) => `\n  - phrasing ${index}`);
  const [problem, ...others] = problemsOf({ questions: `${questions.join("")}\n  - ${phrasing}` });
  expect(problem).toMatch(new RegExp(`^${FILE}:16( questions\\.10)?: `));
  expect(problem).toContain(message);
  expect(others).toEqual([]);
});

it("names the line that a tab indents", () => {
  expect(problemsOf({ keywords: "\n\t- tea" })[0]).toBe(`${FILE}:7: a tab indents the line: use spaces`);
});

it("points at the one field that stands twice", () => {
  expect(problemsOf({ verified: "2026-11-24\nlabel: again" })).toEqual([
    `${FILE}:11: the field stands here a second time`,
  ]);
});

it("says everything about all fields and all files in one run", () => {
  const folder = createTeaFolder();
  folder.write(FILE, entryText("green-tea", { title: "''", kind: "recipe", verified: "in May" }, "Half a sentence"));
  folder.write("tea/leaves/tea-plant.md", entryText("tea-plant", { label: undefined, related: "[]" }));
  folder.write("tea/leaves/Bad Name.md", "no front matter\n");
  folder.write("tea/vocabulary.yaml", "synonyms: [[alone]]\n");
  expect(folder.problems()).toEqual([
    `${FILE}:2 title: is empty`,
    `${FILE}:4 kind: must be one of: concept, how-to, comparison, troubleshooting, reference`,
    `${FILE}:10 verified: must be a day written YYYY-MM-DD`,
    `${FILE}:12 body: does not end with the end of a sentence: is the file half-written?`,
    "tea/leaves/Bad Name.md: its name must be lower-case words joined by hyphens",
    "tea/leaves/Bad Name.md:1: must start with a line of three hyphens, and then the fields",
    "tea/leaves/tea-plant.md:2 label: is missing",
    "tea/leaves/tea-plant.md:6 related: needs at least 1 related entry",
    "tea/vocabulary.yaml:1 synonyms.0: needs at least 2 words",
  ]);
});
