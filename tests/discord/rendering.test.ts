import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, FoundAnswer } from "../../src/core/answer.ts";
import type { Entry } from "../../src/core/entry.ts";
import { entriesById, type Pack } from "../../src/core/pack.ts";
import { WORDS } from "../../src/core/wording.ts";
import { inspectKnowledge } from "../../src/knowledge/load.ts";
import { entryText, renderAnswer } from "../../src/platforms/discord/render/answer.ts";
import type { Message } from "../../src/platforms/discord/render/components.ts";
import { renderReply } from "../../src/platforms/discord/render/pages.ts";
import { stopsOf } from "../fixtures/packs.ts";
import { payloadOf } from "./fake/multipart.ts";
import { loadPacks } from "./fake/packs.ts";
import { see } from "./fake/read.ts";
import { PROBLEMS } from "./fake/spec.ts";

const packs = ["knowledge", "tests/fixtures/knowledge"]
  .flatMap((folder) => inspectKnowledge(folder).packs)
  .map(({ pack }) => pack);
const [garden] = loadPacks();
/** The longest question that an answer restates, every character of which is escaped. */
const LONGEST = "*".repeat(5_000);

function found(pack: Pack, entries: FoundAnswer["entries"]): FoundAnswer {
  return { kind: "answer", pack, entries, related: entriesById(pack, entries[0].related), confidence: 1 };
}

/** The same, shown again to somebody who asked for more. */
function again(answer: FoundAnswer): FoundAnswer {
  return { ...answer, isRepeated: true };
}

function problems(message: Message | undefined): string[] {
  return message ? PROBLEMS.message(payloadOf(message)) : ["there is no message"];
}

describe.each(packs)("the pack $name", (pack) => {
  it("shows every entry whole, within every limit", () => {
    for (const entry of pack.entries) {
      const message = renderAnswer(again(found(pack, [entry])), { asked: LONGEST, isShareable: true });
      expect([entry.id, problems(message)]).toEqual([entry.id, []]);
      expect(see(message).text).toContain(entryText(pack, entry));
    }
  });

  it("shows any two entries within every limit, or the second on a button", () => {
    const longestFirst = [...pack.entries]
      .sort((a, b) => entryText(pack, b).length - entryText(pack, a).length)
      .slice(0, 6);
    for (const first of longestFirst) {
      for (const second of longestFirst.filter((entry) => entry !== first)) {
        const message = renderAnswer(again(found(pack, [first, second])), { asked: LONGEST, isShareable: true });
        const { text, buttons } = see(message);
        expect([first.id, second.id, problems(message)]).toEqual([first.id, second.id, []]);
        expect(text.includes(entryText(pack, second)) || Object.values(buttons).includes(`read:${second.id}`)).toBe(
          true,
        );
      }
    }
  });

  it("offers every entry as a suggestion within every limit", () => {
    for (let at = 0; at < pack.entries.length; at += 5) {
      const entries = pack.entries.slice(at, at + 5);
      const message = renderAnswer({ kind: "suggestions", pack, entries, confidence: 0.5 }, { asked: LONGEST });
      expect(problems(message)).toEqual([]);
      expect(Object.values(see(message).buttons)).toEqual(entries.map(({ id }) => `choose:${id}`));
    }
  });

  it("says why it has no answer within every limit", () => {
    for (const reason of ["empty", "too-long", "off-topic", "not-known"] as const) {
      const answer: Answer = { kind: "no-answer", pack, reason, confidence: 0 };
      expect(problems(renderAnswer(answer, { asked: LONGEST }))).toEqual([]);
    }
  });

  it("welcomes and leads around within every limit, past every entry", () => {
    expect(problems(renderReply({ kind: "help", packs: [pack, ...packs] }))).toEqual([]);
    for (const stop of stopsOf(pack)) expect(problems(renderReply(stop))).toEqual([]);
    const topics = renderReply({ kind: "topics", packs: [pack], page: 0 });
    expect(problems(topics)).toEqual([]);
    for (const { id } of pack.entries) expect(JSON.stringify(topics)).toContain(`"value":"${id}"`);
  });
});

describe("an answer", () => {
  const [entry] = entriesById(garden, ["what-is-mulch"]) as [Entry];

  it("links its sources and what to read next, and says where the source is out of date", () => {
    const { text, buttons } = see(renderAnswer(found(garden, [entry])));
    expect(text).toContain(`-# **${garden.departsLabel}:** `);
    for (const { url } of entry.references) expect(Object.values(buttons)).toContain(url);
    for (const id of entry.related) expect(Object.values(buttons)).toContain(`read:${id}`);
    expect(buttons).toMatchObject({
      [WORDS.helpful]: "helpful:what-is-mulch",
      [WORDS.notHelpful]: "unhelpful:what-is-mulch",
    });
  });

  it("says that it is all there is where it is shown again", () => {
    expect(see(renderAnswer(again(found(garden, [entry])))).text).toContain(`-# ${WORDS.repeated}`);
    expect(see(renderAnswer(found(garden, [entry]))).text).not.toContain(WORDS.repeated);
  });

  it("of many entries shows three and leads to the others, each once", () => {
    const [first, ...others] = garden.entries as [Entry, ...Entry[]];
    const message = renderAnswer(again(found(garden, [first, ...others])), { asked: LONGEST, isShareable: true });
    const { text, buttons } = see(message);
    expect(problems(message)).toEqual([]);
    expect(text.match(/^### /gm)).toHaveLength(3);
    expect(Object.values(buttons).filter((action) => action?.startsWith("read:"))).toHaveLength(
      garden.entries.length - 3,
    );
  });

  it("fits although its entries have long ids and many sources", () => {
    const references = Array.from({ length: 5 }, (_, index) => ({
      title: "t".repeat(120),
      url: `https://x.org/${index}`,
    }));
    const long = garden.entries.map((one, index) => ({
      ...one,
      id: `${one.id}-${"x".repeat(50)}`,
      references: references.map(({ title, url }) => ({ title, url: `${url}/${index}` })),
    })) as unknown as [Entry, ...Entry[]];
    expect(problems(renderAnswer(again(found(garden, long)), { asked: LONGEST, isShareable: true }))).toEqual([]);
  });

  it("is valid and notifies nobody, whatever had been asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (asked) => {
        const message = renderAnswer(found(garden, [entry]), { asked, isShareable: true, sharedBy: "1" });
        expect(problems(JSON.parse(JSON.stringify(message)) as Message)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

it("tells of ten other packs, however many there are", () => {
  const others = Array.from({ length: 50 }, (_, index) => ({ ...garden, command: `pack-${index}` }));
  const message = renderReply({ kind: "help", packs: [garden, ...others] });
  expect(problems(message)).toEqual([]);
  expect(see(message).text).toContain(`**/pack-9** ${garden.description}`);
});
