import { expect, it } from "vitest";
import { createTeaFolder, entryText } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";

/** What is said about an entry with this body, which starts on line 12. */
function problemsOf(body: string): string[] {
  const folder = createTeaFolder();
  folder.write(FILE, entryText("green-tea", {}, body));
  return folder.problems();
}

const ALIKE = "which chat clients do not show alike";

it.each([
  ["paragraphs", "One sentence.\n\nAnother one."],
  ["lists", "Do this:\n\n1. Boil water.\n2. Wait.\n\n- Or do not."],
  ["emphasis and code", "A **pot**, a _cup_ and `kettle --on`, or _both._"],
  ["links", "See [tea](https://tea.example.com/a_b?c=d*e)."],
  ["fenced code, indented in a list too", "Do:\n\n- This:\n  ```bash\n  kettle --on | tee log\n  ```"],
  ["what looks like Markdown inside of code", "Say:\n\n```text\n# no heading\n| a | b |\n<b>\n**\n```"],
  ["code that holds backticks, between more of them", "Say:\n\n````markdown\n```\n````"],
  ["characters of all languages, tabs in code", "Grüner Tee 🍵 绿茶。\n\n```text\na\tb\n```"],
  ["a sentence that ends in brackets, quotes or emphasis", "Wait (a while.)"],
  ["a sentence that ends as another language ends it", "请稍等。"],
])("accepts %s", (_, body) => {
  expect(problemsOf(body)).toEqual([]);
});

it.each([
  ["# Heading\n\nTea.", `12 body: holds a heading, ${ALIKE}`],
  ["Heading\n=======\n\nTea.", `12 body: holds a heading, ${ALIKE}`],
  ["Tea.\n\n> Quoted.", `14 body: holds a quotation, ${ALIKE}`],
  ["Tea.\n\n---\n\nMore tea.", `14 body: holds a line across, ${ALIKE}`],
  ["Tea.\n\n![pot](https://a.b/c.png)\n\nTea.", `14 body: holds a picture, ${ALIKE}`],
  ["Tea in a <b>pot.", `12 body: holds HTML, or something in angle brackets outside of code, ${ALIKE}`],
  ["- Tea.\n  - Green.", `13 body: holds a list inside a list, ${ALIKE}`],
  ["Tea:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nEnd.", `14 body: holds a table, ${ALIKE}`],
  ["Tea:\n\n`a` | b\n--|--\n1 | 2\n\nEnd.", `14 body: holds a table, ${ALIKE}`],
  ["See [tea](http://a.b).", "12 body: links to http://a.b, which is no https address"],
  ["See [tea](javascript:alert).", "12 body: links to javascript:alert, which is no https address"],
  ["See [tea](https://).", "12 body: links to https://, which is no https address"],
  ["See [tea](/tea).", "12 body: links to /tea, which is no https address"],
  ["Do:\n\n    ls", "14 body: has a code block made by indenting: put it between lines of three backticks"],
  ["Do:\n\n```bash\nls", "14 body: has a code block without a last line of ```: is the file half-written?"],
  ["Do:\n\n```bash", "14 body: has a code block without a last line of ```: is the file half-written?"],
  ["Do:\n\n````bash\nls\n```", "14 body: has a code block without a last line of ````: is the file half-written?"],
  [
    "- Do:\n  ```bash\n  ls\n\nThen go.",
    "13 body: has a code block without a last line of ```: is the file half-written?",
  ],
  ["A **pot.", "12 body: has “**pot.”, where a mark opens and never closes"],
  ["A `pot.", "12 body: has “`pot.”, where a mark opens and never closes"],
  ["A _pot.", "12 body: has “_pot.”, where a mark opens and never closes"],
  ["A [pot](https://a.", "12 body: has “](https://a.”, where a mark opens and never closes"],
  ["Tea.\n\nAnd then", "14 body: does not end with the end of a sentence: is the file half-written?"],
  ["Do this:", "12 body: does not end with the end of a sentence: is the file half-written?"],
  ["Use `kettle`", "12 body: does not end with the end of a sentence: is the file half-written?"],
  ["Tea\u001b[31m is red.", "12 body: holds a control character that nobody would see"],
  ["Tea.\n\nIt \u202eis red.", "14 body: holds a control character that nobody would see"],
  ["", "12 body: is empty"],
  [" \n\n ", "12 body: is empty"],
])("says what is wrong with the body %j, and where", (body, expected) => {
  expect(problemsOf(body)).toEqual([`${FILE}:${expected}`]);
});

it("says that a body of long code is too much", () => {
  const body = `Do:\n\n\`\`\`text\n${"x".repeat(1184)}\n\`\`\``;
  expect(problemsOf(body)).toEqual([`${FILE}:12 body: has 1201 characters, more than 1200`]);
});

it("says everything about a body at once", () => {
  expect(problemsOf("# Tea\n\nIt is <b>easy.\n\n    ls\n\n> And so")).toEqual([
    `${FILE}:12 body: holds a heading, ${ALIKE}`,
    `${FILE}:14 body: holds HTML, or something in angle brackets outside of code, ${ALIKE}`,
    `${FILE}:16 body: has a code block made by indenting: put it between lines of three backticks`,
    `${FILE}:18 body: holds a quotation, ${ALIKE}`,
    `${FILE}:18 body: does not end with the end of a sentence: is the file half-written?`,
  ]);
});

it.each([">", "1. ", "- > ", "[", "[a](", "**a *b ", "`a ``b ", "<a "])(
  "refuses a body of nothing but %j, however long, without a crash",
  (piece) => {
    for (const length of [1000, 2400, 60_000]) {
      expect(problemsOf(piece.repeat(length / piece.length))).not.toEqual([]);
    }
  },
);
