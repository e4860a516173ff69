import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildEngines, createBot } from "../../src/bot.ts";
import type { Answer } from "../../src/core/answer.ts";
import type { Pack } from "../../src/core/pack.ts";
import type { Question } from "../../src/core/question.ts";
import { finish } from "../../src/core/steps.ts";
import { entryWith, GARDEN_FOLDER, KNOWLEDGE_FOLDER, packIn } from "../fixtures/packs.ts";

const garden = packIn(GARDEN_FOLDER);
const docker = packIn(KNOWLEDGE_FOLDER);
const both = createBot([garden, docker]);

function ask(bot: typeof both, text: string, more: Partial<Question> = {}): Answer {
  return bot.answer({ text, ...more });
}

function idsOf(answer: Answer): string[] {
  return answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id);
}

describe("a reply", () => {
  const small = createBot([garden]);
  const attic: Pack = { ...garden, name: "attic", command: "attic", tour: ["attic-dust"], entries: [] };
  attic.entries = [entryWith({ id: "attic-dust", title: "What is dust in the attic?" })];
  const two = createBot([garden, attic]);

  it("is what was asked for: the welcome, the topics, the tour, a word of thanks or an answer", () => {
    const kinds = ["", "hi", "topics", "tour", "thanks", "what is compost", "what is a zebrafinch"];
    expect(kinds.map((text) => small.reply({ text }).kind)).toEqual([
      ...["help", "help", "topics", "stop", "note"],
      ...["answer", "answer"],
    ]);
  });

  it("repeats what was asked in words, but not the id of an entry, as a button asks", () => {
    expect(small.reply({ text: "what is compost" })).toMatchObject({ asked: "what is compost", isForAll: false });
    expect(small.reply({ text: "share what is compost" })).toMatchObject({ asked: "what is compost", isForAll: true });
    expect(small.reply({ text: " what-is-compost " })).toHaveProperty("asked", undefined);
  });

  it("to an entry's id is the entry, also where the id reads like a command or small talk", () => {
    const network: Pack = { ...attic, name: "network", command: "network", tour: ["ping"] };
    network.entries = ["ping", "test", "index", "cheers"].map((id) => entryWith({ id, title: `What does ${id} do?` }));
    const bot = createBot([network, garden]);
    for (const { id } of network.entries) {
      expect(bot.reply({ text: id }), id).toMatchObject({ kind: "answer", answer: { entries: [{ id }] } });
      expect(bot.reply({ text: id, pack: "network" }), id).toMatchObject({ answer: { entries: [{ id }] } });
    }
    expect(bot.reply({ text: "ping", pack: "garden" })).toEqual({ kind: "help", packs: [garden] });
  });

  it("keeps to the pack whose command was used", () => {
    expect(two.reply({ text: "help", pack: "attic" })).toEqual({ kind: "help", packs: [attic] });
    expect(two.reply({ text: "topics" })).toEqual({ kind: "topics", packs: [garden, attic], page: 0 });
    expect(two.reply({ text: "tour", pack: "attic" })).toMatchObject({ pack: { name: "attic" }, stop: 0 });
  });

  it("starts the tour of the pack that the conversation spoke of last, and else of the first", () => {
    two.reply({ text: "attic-dust", conversation: "a" });
    expect(two.reply({ text: "tour", conversation: "a" })).toMatchObject({ pack: { name: "attic" } });
    expect(two.reply({ text: "tour", conversation: "b" })).toMatchObject({ pack: { name: "garden" } });
  });

  it("to a press that leads to a stop which is gone is the welcome", () => {
    expect(small.tour({ pack: "garden", stop: 99 })).toEqual({ kind: "help", packs: [garden] });
    expect(two.tour({ pack: "gone", stop: 0 })).toEqual({ kind: "help", packs: [garden, attic] });
  });

  it("to a question that points back to a stop of the tour is understood", () => {
    small.tour({ pack: "garden", stop: 0 }, "a");
    expect(idsOf(ask(small, "how do I make it", { conversation: "a" }))[0]).toBe("make-compost");
  });
});

describe("a conversation", () => {
  it("is what a question that points back is understood from", () => {
    const bot = createBot([garden]);
    ask(bot, "what is compost", { conversation: "a" });
    expect(idsOf(ask(bot, "how do I make it", { conversation: "a" }))[0]).toBe("make-compost");
  });

  it("knows nothing of other conversations, nor of questions without one", () => {
    const bot = createBot([garden]);
    const alone = ask(bot, "how do I make it");
    ask(bot, "what is compost");
    ask(bot, "what is compost", { conversation: "a" });
    for (const more of [{ conversation: "b" }, { conversation: "" }, {}]) {
      expect(ask(bot, "how do I make it", more)).toEqual(alone);
    }
  });

  it("is told apart from others however long its key is", () => {
    const bot = createBot([garden]);
    const key = "k".repeat(100_000);
    const alone = ask(bot, "how do I make it");
    ask(bot, "what is compost", { conversation: `${key}a` });
    expect(ask(bot, "how do I make it", { conversation: `${key}b` })).toEqual(alone);
    expect(ask(bot, "how do I make it", { conversation: `${key}a` })).not.toEqual(alone);
  });

  it("goes on from an entry that a button asked for as from its question", () => {
    const bot = createBot([garden]);
    ask(bot, "water-tomatoes", { conversation: "pressed" });
    ask(bot, "How often should I water tomatoes?", { conversation: "asked" });
    const [pressed, asked] = ["pressed", "asked"].map((key) => ask(bot, "in the greenhouse?", { conversation: key }));
    expect(pressed).toEqual(asked);
  });

  it("goes on over a question that gets no answer", () => {
    const bot = createBot([garden]);
    ask(bot, "what is compost", { conversation: "a" });
    expect(ask(bot, "who won the football world cup", { conversation: "a" }).kind).toBe("no-answer");
    expect(idsOf(ask(bot, "how do I make it", { conversation: "a" }))[0]).toBe("make-compost");
  });

  it("is forgotten half an hour after its last question", () => {
    let now = 1;
    const bot = createBot([garden], { now: () => now });
    const minutes = (count: number) => {
      now += count * 60_000;
    };
    const alone = ask(bot, "how do I make it");
    ask(bot, "what is compost", { conversation: "a" });
    minutes(29);
    ask(bot, "who won the football world cup", { conversation: "a" });
    minutes(29);
    expect(idsOf(ask(bot, "how do I make it", { conversation: "a" }))[0]).toBe("make-compost");
    minutes(31);
    expect(ask(bot, "how do I make it", { conversation: "a" })).toEqual(alone);
  });
});

describe("two packs side by side", () => {
  it.each([garden, docker])("leave the questions of $name to it", (pack) => {
    for (const { title } of pack.entries) {
      const answer = ask(both, title);
      expect(answer, title).toMatchObject({ kind: "answer", pack: { name: pack.name } });
    }
  });

  it.each([garden, docker])("answer nothing about $name when the other one is asked", (pack) => {
    const other = pack === garden ? docker : garden;
    // Compost and Compose are one slip of the finger apart, so that either may be meant by the other.
    for (const { title } of pack.entries.filter((entry) => !/compo/i.test(entry.title))) {
      const answer = ask(both, title, { pack: other.name });
      expect(answer.pack.name).toBe(other.name);
      expect(answer.kind, title).not.toBe("answer");
    }
  });

  it.each([garden, docker])("have each id of $name found, and answered as a question", (pack) => {
    for (const entry of pack.entries) {
      expect(both.find(entry.id)).toEqual({ entry, pack });
      expect(ask(both, entry.id)).toMatchObject({ kind: "answer", pack: { name: pack.name }, entries: [entry] });
    }
  });

  it("find nothing for an id that neither has", () => {
    for (const id of ["", "compost", "__proto__", "constructor"]) expect(both.find(id)).toBeUndefined();
  });

  it("are both asked where the pack that is asked is gone", () => {
    expect(idsOf(ask(both, "what is compost", { pack: "kitchen" }))).toEqual(["what-is-compost"]);
  });

  it("both have to say that they do not know before it is said", () => {
    expect(ask(both, "who won the football world cup").kind).toBe("no-answer");
  });

  it("follow a conversation from one to the other", () => {
    ask(both, "what is a docker image", { conversation: "a" });
    ask(both, "what is compost", { conversation: "a" });
    expect(idsOf(ask(both, "how do I make it", { conversation: "a" }))[0]).toBe("make-compost");
  });

  it("suggest, while a question is typed, from the pack that is asked alone", () => {
    const ids = both.suggest("compost", { pack: "garden", limit: 3 }).map(({ id }) => id);
    expect(ids).toContain("what-is-compost");
    expect(ids.every((id) => garden.entries.some((entry) => entry.id === id))).toBe(true);
    expect(both.suggest("", { pack: "docker", limit: 2 }).map(({ id }) => id)).toEqual(docker.featured.slice(0, 2));
    expect(both.suggest("comp", { pack: "kitchen", limit: 3 })).toEqual([]);
  });
});

describe("other packs put in use", () => {
  it("are answered from, in conversations that go on", () => {
    const bot = createBot([garden]);
    const entries = garden.entries.map((entry) =>
      entry.id === "make-compost" ? { ...entry, body: "Buy it in a bag." } : entry,
    );
    ask(bot, "what is compost", { conversation: "a" });
    bot.use(finish(buildEngines([{ ...garden, title: "my garden", entries }])));
    expect(bot.packs.map(({ title }) => title)).toEqual(["my garden"]);
    const answer = ask(bot, "how do I make it", { conversation: "a" });
    expect(answer).toMatchObject({ entries: [{ body: "Buy it in a bag." }] });
  });

  it("need not have what a conversation spoke of", () => {
    const bot = createBot([garden]);
    const entries = garden.entries.filter(({ id }) => !id.includes("compost"));
    ask(bot, "what is compost", { conversation: "a" });
    bot.use(finish(buildEngines([{ ...garden, entries }])));
    expect(idsOf(ask(bot, "how do I make it", { conversation: "a" }))).not.toContain("make-compost");
    expect(bot.find("what-is-compost")).toBeUndefined();
  });
});

it("answers whatever it is asked, by whomever, in whichever conversation", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      "",
      "__proto__",
      "constructor",
      "\u202eabc",
      "a".repeat(100_000),
      "z̸̢͎a̷lgo ".repeat(2000),
      "(a+)+$ ".repeat(500),
    ),
    fc.constantFrom(...garden.entries.map(({ title }) => title)),
  );
  const question: fc.Arbitrary<Question> = fc.record(
    {
      text: hostile,
      conversation: fc.oneof(hostile, fc.constant("a")),
      pack: hostile,
    },
    { requiredKeys: ["text"] },
  );
  const bot = createBot([garden]);
  fc.assert(
    fc.property(question, (asked) => {
      const answer = bot.answer(asked);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(answer.kind === "no-answer" ? answer.reason : answer.entries[0]).toBeTruthy();
      expect(() => bot.suggest(asked.text, { pack: "garden", limit: 25 })).not.toThrow();
      expect(() => bot.find(asked.text)).not.toThrow();
    }),
  );
});
