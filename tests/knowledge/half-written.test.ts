import { expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError } from "../../src/knowledge/problem.ts";
import { createTeaFolder, entryText, type Folder, manifestText } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";

/** What a file's first bytes load as, for every number of them from one on, without those that are refused. */
function* packsOfPrefixes(folder: Folder, file: string, text: string, from = 0) {
  const bytes = Buffer.from(text);
  for (let length = from; length <= bytes.length; length++) {
    folder.write(file, bytes.subarray(0, length));
    try {
      yield loadKnowledge(folder.root)[0];
    } catch (error) {
      expect(error).toBeInstanceOf(KnowledgeError);
    }
  }
}

/** The answers that an entry with this body gives when only some bytes of the body, or all, are there. */
function answersOfPrefixes(body: string): Set<string | undefined> {
  const text = entryText("green-tea", {}, body);
  const packs = packsOfPrefixes(createTeaFolder(), FILE, text, text.length - body.length);
  return new Set([...packs].map((pack) => pack?.entries.find(({ id }) => id === "green-tea")?.body));
}

it("loads no entry from a file that is cut off before its answer", () => {
  const frontMatter = entryText("green-tea", { departs: "Ünder a 🍵 things differ." }, "");
  expect([...packsOfPrefixes(createTeaFolder(), FILE, frontMatter)]).toEqual([]);
});

it.each([
  ["of one sentence", "Pour **hot water** on _green_ `tea --leaf`, and [wait](https://tea.example.com/a_b), Ü🍵."],
  ["that ends with code", "Say it, with its flag:\n\n```bash\nkettle --on # Wait.\n# Done.\n```"],
  ["that ends with code in a list", "- To brew, say this:\n\n  ~~~text\n  kettle on.\n  ~~~"],
])("loads no part of an answer %s, wherever its file is cut off", (_, body) => {
  expect(answersOfPrefixes(body)).toEqual(new Set([body]));
});

it("takes the beginning of an answer for an answer only where it ends with a line that ends a sentence or block", () => {
  const [first, second, code] = ["Pour **water** on it.", "Wait.", "```text\nkettle\n```"];
  const body = `${first} ${second}\n\n${code}\n\nThen drink the \`tea\`.`;
  expect(answersOfPrefixes(body)).toEqual(new Set([`${first} ${second}`, `${first} ${second}\n\n${code}`, body]));
});

it("loads no part of a manifest as another pack, wherever its file is cut off", () => {
  const folder = createTeaFolder();
  const [whole] = loadKnowledge(folder.root);
  const packs = new Set(
    [...packsOfPrefixes(folder, "tea/pack.yaml", manifestText())].map((pack) => JSON.stringify(pack)),
  );
  expect(packs).toEqual(new Set([JSON.stringify(whole)]));
});
