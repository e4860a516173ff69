import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, FoundAnswer, NoAnswerReason } from "../../src/core/answer.ts";
import { entriesById } from "../../src/core/pack.ts";
import { WORDS } from "../../src/core/wording.ts";
import { numberedList } from "../../src/platforms/terminal/lists.ts";
import { renderMarkdown } from "../../src/platforms/terminal/markdown.ts";
import { renderScreen } from "../../src/platforms/terminal/render.ts";
import { renderAnswer } from "../../src/platforms/terminal/render-answer.ts";
import { createStyle, type Style } from "../../src/platforms/terminal/style.ts";
import { garden, gardenEntry } from "./garden.ts";

function found(...ids: [string, ...string[]]): FoundAnswer {
  const [first, ...others] = ids;
  const related = entriesById(garden, gardenEntry(first).related);
  return {
    kind: "answer",
    pack: garden,
    entries: [gardenEntry(first), ...others.map(gardenEntry)],
    related,
    confidence: 1,
  };
}

function none(reason: NoAnswerReason): Answer {
  return { kind: "no-answer", pack: garden, reason, confidence: 0 };
}

/** An answer on the screen; one of `ANSWERS` by its name. */
function show(which: Answer | string, style: Style): string {
  const answer = typeof which === "string" ? ANSWERS.get(which) : which;
  if (!answer) throw new Error(`There is no answer ${String(which)}`);
  return renderAnswer(answer, style, numberedList);
}

/** One answer of every kind, by a name that tells which one fails. */
const ANSWERS = new Map<string, Answer>([
  ...garden.entries.map(({ id }) => [id, found(id)] as const),
  ["two parts", found("what-is-mulch", "water-tomatoes")],
  ["again", { ...found("what-is-mulch"), isRepeated: true }],
  ["suggestions", { kind: "suggestions", pack: garden, entries: garden.entries.slice(0, 5), confidence: 0.5 }],
  ...(["empty", "too-long", "off-topic", "not-known"] as const).map((reason) => [reason, none(reason)] as const),
]);
/** The drawing of the small pack, which goes with one of its entries, and how wide it is. */
const drawing = garden.diagrams[0]?.text ?? "";
const drawingColumns = Math.max(...drawing.split("\n").map((line) => line.length));
const anyAnswer = fc.constantFrom(...ANSWERS.keys());
const anyColumns = fc.integer({ min: 20, max: 200 });

describe("an answer in the terminal", () => {
  it("says that it is all there is where it is shown again", () => {
    expect(show("again", createStyle(80, false)).startsWith(`${WORDS.repeated}\n\nWhat is mulch?`)).toBe(true);
  });

  it("fits a narrow window, with the change since the source set apart", () => {
    expect(show(found("what-is-mulch"), createStyle(40, false))).toMatchInlineSnapshot(`
      "What is mulch?

      Mulch is a layer that covers the soil
      between plants. It keeps the ground
      moist and the weeds down.

      • Use bark, straw, leaves or cut grass.
      • Spread it 5 cm thick, and keep it away
        from stems.

      Different today: The post knows only
      bark; straw, leaves and cut grass are
      used as well.

      Sources
        Mulching
          https://garden.example.com/mulch/
        Covering the soil
          https://garden.example.com/soil/cover/

      Read next
       1  What is the difference between
          compost and mulch?
       2  What is compost?"
    `);
  });

  it("uses colour where the terminal has it, and backticks where it has not", () => {
    const markdown = "Run **all** of _it_ with `dripctl load`, see [help](https://garden.example.com/).";
    expect(renderMarkdown(markdown, createStyle(100, true)).replaceAll("\u001b", "^")).toMatchInlineSnapshot(
      `"Run ^[1mall^[22m of ^[3mit^[23m with ^[36mdripctl load^[39m, see ^[4mhelp^[24m ^[2m(https://garden.example.com/)^[22m."`,
    );
    expect(renderMarkdown(markdown, createStyle(100, false))).toMatchInlineSnapshot(
      `"Run all of it with \`dripctl load\`, see help (https://garden.example.com/)."`,
    );
  });

  it("leaves lines of code whole, so that they can be copied", () => {
    const text = show(found("water-tomatoes"), createStyle(40, false));
    expect(text).toContain(
      "\n    days: [mon, wed, fri, sun] # a comment that makes this line rather too long for a narrow window\n",
    );
  });

  it("gives the answers to both parts of a question, and each source once", () => {
    const text = show(found("what-is-compost", "make-compost"), createStyle(80, false));
    expect(text).toContain("Compost is plant matter");
    expect(text).toContain("Pile up two parts");
    expect(text.match(/Composting at home {2}https/g)).toHaveLength(1);
  });

  it.each([true, false])(
    "shows the entry's drawing where the window is wide enough for it (colours: %s)",
    (colours) => {
      const inWindow = (columns: number) =>
        stripVTControlCharacters(show(found("what-is-compost"), createStyle(columns, colours)));
      expect(inWindow(drawingColumns)).toContain(`\n\n${drawing}\n\nSources\n`);
      expect(inWindow(drawingColumns - 1)).not.toContain("nitrogen");
      expect(inWindow(drawingColumns - 1)).toContain("(https://garden.example.com/compost/).\n\nSources\n");
    },
  );

  it("shows no drawing among several entries, since it would not be clear whose it is", () => {
    const text = show(found("what-is-compost", "make-compost"), createStyle(80, false));
    expect(text).not.toContain("nitrogen");
  });

  it("says how to pick one of several suggestions", () => {
    const answer: Answer = { kind: "suggestions", pack: garden, entries: garden.entries.slice(0, 2), confidence: 0.5 };
    expect(renderScreen({ kind: "answer", answer, isForAll: false }, createStyle(80, false))).toMatchInlineSnapshot(`
      "I am not sure what you mean. Did you mean one of these?

       1  What is the difference between annuals and perennials?
       2  What is the difference between compost and mulch?

      Type its number, or ask in other words."
    `);
  });

  it("offers where to start when it does not know, but not below a text that was too long", () => {
    expect(show(none("not-known"), createStyle(80, false))).toContain("Good first questions\n 1  What is compost?");
    expect(show(none("too-long"), createStyle(80, false))).not.toContain("Good first questions");
  });

  it("keeps prose within any window", () => {
    fc.assert(
      fc.property(anyAnswer, anyColumns, fc.boolean(), (answer, columns, hasColours) => {
        const lines = stripVTControlCharacters(show(answer, createStyle(columns, hasColours))).split("\n");
        // Code and addresses are longer on purpose.
        const prose = lines.filter((line) => !line.startsWith("    ") && !line.includes("https://"));
        expect(prose.filter((line) => line.length > columns)).toEqual([]);
      }),
    );
  });

  it("says the same in any window, with colours and without, a drawing apart", () => {
    const wordsOf = (text: string) =>
      stripVTControlCharacters(text).replace(drawing, "").replace(/[▌`]/g, "").replace(/\s+/g, " ");
    fc.assert(
      fc.property(anyAnswer, anyColumns, fc.boolean(), (answer, columns, hasColours) => {
        const text = show(answer, createStyle(columns, hasColours));
        expect(wordsOf(text)).toBe(wordsOf(show(answer, createStyle(Number.POSITIVE_INFINITY, false))));
      }),
    );
  });

  it("writes no control character without colours", () => {
    fc.assert(
      fc.property(anyAnswer, anyColumns, (answer, columns) => {
        expect(show(answer, createStyle(columns, false))).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });

  it("lays out any Markdown", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (text, columns) => {
          expect(renderMarkdown(text, createStyle(columns, true))).toBeTypeOf("string");
        },
      ),
    );
  });
});
