import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { FoundAnswer } from "../../src/core/answer.ts";
import type { Entry } from "../../src/core/entry.ts";
import { entriesById, type Pack } from "../../src/core/pack.ts";
import { WORDS } from "../../src/core/wording.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { renderAnswer } from "../../src/platforms/slack/render/answer.ts";
import type { Message } from "../../src/platforms/slack/render/blocks.ts";
import { messageModal, searchModal } from "../../src/platforms/slack/render/modals.ts";
import { renderHome, renderReply } from "../../src/platforms/slack/render/pages.ts";
import { entryWith, GARDEN_FOLDER, packIn, stopsOf } from "../fixtures/packs.ts";
import { blockProblems, viewProblems } from "./fake-slack/block-kit.ts";
import { messageProblems } from "./fake-slack/web-api.ts";

const packs = loadKnowledge("knowledge");
const pack = packIn(GARDEN_FOLDER);
const diagramBaseUrl = "https://pictures.example.com/knowledge/";

function found(from: Pack, entries: readonly [Entry, ...Entry[]]): FoundAnswer {
  return { kind: "answer", pack: from, entries, related: entriesById(from, entries[0].related), confidence: 1 };
}

/** Everything that can be shown of a pack. */
function messagesOf(from: Pack): Message[] {
  const asked = "q".repeat(5_000);
  const shareable = { thread: "1700000000.000001" };
  return [
    ...from.entries.map((entry) =>
      renderAnswer({ ...found(from, [entry]), isRepeated: true }, { asked, shareable, diagramBaseUrl }),
    ),
    ...from.entries.map((entry) => renderAnswer(found(from, [entry]), { asked, sharedBy: "ada" })),
    // Two long answers in one.
    ...from.entries.map((entry, index) =>
      renderAnswer(found(from, [entry, from.entries[(index + 1) % from.entries.length] ?? entry])),
    ),
    renderAnswer({ kind: "suggestions", pack: from, entries: from.entries.slice(0, 5), confidence: 0.5 }),
    ...(["empty", "too-long", "off-topic", "not-known"] as const).map((reason) =>
      renderAnswer({ kind: "no-answer", pack: from, reason, confidence: 0 }),
    ),
    renderReply({ kind: "help", packs: [from] }),
    renderReply({ kind: "topics", packs: [from], page: 0 }),
    ...stopsOf(from).map((stop) => renderReply(stop, { diagramBaseUrl })),
  ];
}

it.each([...packs, pack])("renders everything in $name within the limits of Block Kit", (from) => {
  const messages = messagesOf(from);
  const problems = messages.flatMap(({ text, blocks }) =>
    messageProblems({ text, blocks }).map((problem) => `${text.slice(0, 40)}: ${problem}`),
  );
  expect(problems).toEqual([]);
  const modals = messages.map((message) => messageModal(message, packs));
  expect([renderHome(packs), searchModal(), ...modals].flatMap(viewProblems)).toEqual([]);
});

/** Milliseconds that a compiler takes on a busy machine. */
const COMPILE_TIMEOUT = 60_000;

it(
  "renders what the types of Slack's own library allow, field by field",
  () => {
    const folder = mkdtempSync(path.join("node_modules", ".slack-types-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const messages = [...packs, pack].flatMap(messagesOf).map(({ blocks }) => blocks);
    const views = [
      renderHome(packs),
      searchModal(),
      ...messagesOf(pack).map((message) => messageModal(message, packs)),
    ];
    writeFileSync(
      path.join(folder, "rendered.ts"),
      `import type { types } from "@slack/bolt";
export const messages: types.KnownBlock[][] = ${JSON.stringify(messages)};
export const views: (types.HomeView | types.ModalView)[] = ${JSON.stringify(views)};`,
    );
    const options = [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--types",
      "node",
    ];
    const tsc = path.join("node_modules", "typescript", "bin", "tsc");
    execFileSync(process.execPath, [tsc, ...options, path.join(folder, "rendered.ts")]);
  },
  COMPILE_TIMEOUT,
);

const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "<!channel>",
        "<@U1>",
        "<https://x|y>",
        "&",
        "```",
        "`",
        "*",
        "_",
        "\n",
        "\n\n- ",
        "> ",
        "[a](https://b?c|d)",
        "é",
        "😀",
        "a",
      ),
    )
    .map((parts) => parts.join("")),
);
const entry: fc.Arbitrary<Entry> = fc
  .record({
    id: fc.constantFrom("a", "b", "c"),
    title: fc.string({ minLength: 1, maxLength: 100 }),
    label: fc.string({ minLength: 1, maxLength: 34 }),
    references: fc.array(fc.record({ title: text.map((title) => title.slice(0, 120)), url: fc.webUrl() }), {
      maxLength: 5,
    }),
    departs: text.map((line) => line.slice(0, 200)),
    body: fc.array(text, { minLength: 1 }).map((parts) => parts.join("\n\n").slice(0, 1_200)),
  })
  .map((fields) => entryWith({ ...fields, related: ["what-is-compost"] }));

it("renders any two entries within the limits, and pings nobody whatever they say", () => {
  fc.assert(
    fc.property(fc.tuple(entry, entry), text, text, (entries, by, question) => {
      for (const options of [
        { asked: question, shareable: {} },
        { asked: question, sharedBy: by },
      ]) {
        const { text: fallback, blocks } = renderAnswer(found(pack, entries), options);
        const problems = messageProblems({ text: fallback, blocks }).filter(
          (problem) => !problem.startsWith("msg_blocks_too_long"),
        );
        expect(problems).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

it("shows what users typed as it is, and nothing of it as formatting", () => {
  const question = "<!here> *bold* :tada: `code` & <https://x|y>";
  const [first] = pack.entries;
  if (!first) throw new Error("The pack is empty");
  const { blocks, text: fallback } = renderAnswer(found(pack, [first]), { asked: question, sharedBy: "@ada" });
  expect(blocks[0]).toEqual({
    type: "context",
    elements: [{ type: "plain_text", text: `Shared by @ada, in answer to: ${question}`, emoji: false }],
  });
  expect(fallback).toContain("&lt;!here&gt; *bold*");
});

it("says where today departs from the source, and what was read, beside the answer", () => {
  const [first] = pack.entries;
  if (!first) throw new Error("The pack is empty");
  const departs = "The post says `all`; it is **most**.";
  const { blocks, text: fallback } = renderAnswer(
    found({ ...pack, departsLabel: "In short" }, [{ ...first, departs }]),
  );
  const small = blocks.flatMap((block) => (block.type === "context" ? block.elements : []));
  expect(small).toContainEqual(expect.objectContaining({ text: "*In short:* The post says `all`; it is *most*." }));
  expect(JSON.stringify(small)).toContain("Sources: <https://");
  expect(fallback).toContain("In short: The post says all; it is most.");
});

it("has what leads on through a tour under the same finger at every stop", () => {
  const firsts = stopsOf(pack).map((stop) => {
    const row = renderReply(stop).blocks.find(({ type }) => type === "actions");
    const [first] = row?.type === "actions" ? row.elements : [];
    return first?.type === "button" ? first.text.text : undefined;
  });
  expect(firsts).toEqual(["Next", "Next", "Next", "Topics"]);
});

it("restates a question that is out of sight, above whatever it answers", () => {
  const asked = "how do\n*I* compost?";
  const [first] = pack.entries;
  if (!first) throw new Error("The pack is empty");
  for (const answer of [
    found(pack, [first]),
    { kind: "suggestions", pack, entries: [first], confidence: 0.5 } as const,
    { kind: "no-answer", pack, reason: "not-known", confidence: 0 } as const,
  ]) {
    expect(renderAnswer(answer, { asked }).blocks[0]).toEqual({
      type: "context",
      elements: [{ type: "plain_text", text: "how do *I* compost?", emoji: false }],
    });
    expect(renderAnswer(answer).blocks[0]?.type).not.toBe("context");
  }
});

it("says that it is all there is where an answer is shown again", () => {
  const [first] = pack.entries;
  if (!first) throw new Error("The pack is empty");
  const { blocks, text } = renderAnswer({ ...found(pack, [first]), isRepeated: true });
  expect(blocks[0]).toMatchObject({ type: "context", elements: [{ text: WORDS.repeated }] });
  expect(text.startsWith(WORDS.repeated)).toBe(true);
});

it("offers a few questions to start from where it has no answer, and says what they are", () => {
  const { blocks } = renderAnswer({ kind: "no-answer", pack, reason: "off-topic", confidence: 0 });
  expect(blocks.map(({ type }) => type)).toEqual(["section", "context", "actions"]);
  expect(JSON.stringify(blocks[1])).toContain("Good first questions");
  const buttons = blocks[2]?.type === "actions" ? blocks[2].elements : [];
  expect(buttons.map((button) => "value" in button && button.value)).toEqual(pack.featured.slice(0, 4));
});

it("draws a line between two entries, and names every list of questions after its topic", () => {
  const [first, second] = pack.entries;
  if (!first || !second) throw new Error("The pack is empty");
  const kinds = renderAnswer(found(pack, [first, second])).blocks.map(({ type }) => type);
  expect(kinds.filter((type) => type === "header" || type === "divider")).toEqual(["header", "divider", "header"]);
  const lists = renderReply({ kind: "topics", packs: [pack], page: 0 }).blocks.flatMap((block) =>
    block.type === "actions"
      ? block.elements.map((element) => "placeholder" in element && element.placeholder?.text)
      : [],
  );
  expect(lists).toEqual(["Soil and compost", "Plants and pests"]);
});

it("greets in the App Home before it asks for a question", () => {
  expect(renderHome([pack]).blocks.slice(0, 2)).toMatchObject([
    { type: "section", text: { text: expect.stringContaining(pack.welcome.slice(0, 20)) } },
    { type: "actions", elements: [{ action_id: "ask" }] },
  ]);
});

it("notices what Slack would refuse", () => {
  const tooLong = { type: "section", text: { type: "mrkdwn", text: "x".repeat(3_001) } };
  const pings = { type: "section", text: { type: "mrkdwn", text: "<!channel>" } };
  const twins = {
    type: "actions",
    elements: [0, 1].map(() => ({ type: "button", action_id: "a", text: { type: "plain_text", text: "b" } })),
  };
  for (const block of [tooLong, pings, twins, { type: "header" }, {}]) expect(blockProblems([block])).not.toEqual([]);
  expect(viewProblems({ type: "modal", title: { type: "plain_text", text: "x".repeat(25) }, blocks: [] })).not.toEqual(
    [],
  );
});
