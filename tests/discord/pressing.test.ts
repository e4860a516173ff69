import { InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import type { Suggestions } from "../../src/core/answer.ts";
import type { Pack } from "../../src/core/pack.ts";
import { WORDS } from "../../src/core/wording.ts";
import { renderAnswer } from "../../src/platforms/discord/render/answer.ts";
import * as events from "./fake/events.ts";
import { ANN, BEN } from "./fake/ids.ts";
import { loadPacks } from "./fake/packs.ts";
import { see } from "./fake/read.ts";
import { type Running, start } from "./fake/start.ts";

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const {
  ChannelMessageWithSource: NEW,
  UpdateMessage: IN_PLACE,
  DeferredMessageUpdate: UNCHANGED,
} = InteractionResponseType;

async function respond({ discord }: Running, interaction: ReturnType<typeof events.interaction>) {
  discord.interact(interaction);
  return see((await discord.rest.next("response")).body);
}

/** The message that asks which of two entries was meant. */
function suggestions(asked: string) {
  const [pack] = loadPacks();
  const answer: Suggestions = { kind: "suggestions", pack, entries: pack.entries.slice(0, 2), confidence: 0.5 };
  return renderAnswer(answer, { asked });
}

describe("choosing a suggestion", () => {
  it("is one press, and answers in place of the suggestions", async () => {
    const running = await start();
    const message = { ...suggestions("what does grow again"), flags: PRIVATE };
    const [choose = ""] = Object.values(see(message).buttons);
    const answer = await respond(running, events.press(choose, message));
    expect(choose).toBe("choose:annual-vs-perennial");
    expect(answer.type).toBe(IN_PLACE);
    expect(answer.text).toMatch(/^-# what does grow again\n### /);
    expect(answer.buttons).toHaveProperty(WORDS.share);
  });

  it("answers in place for the person whom a public message answers", async () => {
    const running = await start();
    const answer = await respond(running, events.press("choose:what-is-mulch", { answers: ANN }));
    expect(answer.type).toBe(IN_PLACE);
    expect(answer.buttons).not.toHaveProperty(WORDS.share);
  });

  it("answers anybody else privately, and leaves the message alone", async () => {
    const running = await start();
    const answer = await respond(running, events.press("choose:what-is-mulch", { answers: ANN }, { person: BEN }));
    expect(answer).toMatchObject({ type: NEW, flags: PRIVATE });
  });
});

describe("reading on", () => {
  it("leaves the answer that it leads on from", async () => {
    const running = await start();
    const answer = await respond(running, events.press("read:what-is-mulch", { flags: PRIVATE }));
    expect(answer).toMatchObject({ type: NEW, flags: PRIVATE });
    expect(answer.text).toMatch(/^### What is mulch\?/);
  });

  it("works from a list as well", async () => {
    const running = await start();
    const answer = await respond(running, events.pick("what-is-mulch"));
    expect(answer.text).toMatch(/^### What is mulch\?/);
  });

  it("answers openly where nobody else is", async () => {
    const running = await start();
    const direct = { context: InteractionContextType.BotDM };
    const answer = await respond(running, events.press("read:what-is-mulch", {}, direct));
    expect(answer.flags).toBe(MessageFlags.IsComponentsV2);
  });
});

describe("turning pages", () => {
  it("goes through the tour in one message, to its end", async () => {
    const running = await start();
    const [pack] = running.bot.packs;
    let [next, stop] = ["tour:0:garden", 0];
    for (; next; stop++) {
      const page = await respond(running, events.press(next, { flags: PRIVATE }));
      expect(page.type).toBe(IN_PLACE);
      expect(page.text).toContain(`stop ${stop + 1} of ${pack.tour.length}`);
      expect(page.text.includes(WORDS.tourEnd)).toBe(stop + 1 === pack.tour.length);
      next = page.buttons[WORDS.next] ?? "";
    }
    expect(stop).toBe(pack.tour.length);
  });

  it("has what leads on in one place, from the tour's first stop to the topics after its last", async () => {
    const running = await start();
    const pressed: string[] = [];
    let next = "tour:0:garden";
    while (pressed.length < running.bot.packs[0].tour.length) {
      const { buttons } = await respond(running, events.press(next, { flags: PRIVATE }));
      next = Object.values(buttons).find((action) => /^(tour|topics):/.test(action ?? "")) ?? "";
      pressed.push(next);
    }
    expect(pressed).toEqual(["tour:1:garden", "tour:2:garden", "tour:3:garden", "topics:0:garden"]);
  });

  it("welcomes whoever asks for a stop that is no longer there", async () => {
    const running = await start();
    const page = await respond(running, events.press("tour:99:garden", { flags: PRIVATE }));
    expect(page.text).toContain(running.bot.packs[0].welcome.slice(0, 30));
  });

  it("numbers the lists of a topic that has too many questions for one", async () => {
    const [garden] = loadPacks();
    const entries = Array.from({ length: 30 }, (_, index) => ({ ...garden.entries[0], id: `entry-${index}` }));
    const [{ id, title }] = garden.topics as [Pack["topics"][number]];
    const pack = { ...garden, entries: entries.map((entry) => ({ ...entry, topic: id })) } as Pack;
    const running = await start({ packs: [{ ...pack, topics: [{ id, title }] }] });
    const { buttons } = await respond(running, events.press("topics:0:", { flags: PRIVATE }));
    expect(Object.keys(buttons)).toEqual([`${title}, 1 of 2`, `${title}, 2 of 2`]);
  });

  it("goes through as many topics as there are", async () => {
    const [garden] = loadPacks();
    const topics = Array.from({ length: 40 }, (_, index) => ({ id: `topic-${index}`, title: `Topic ${index}` }));
    const entries = topics.map(({ id }, index) => ({ ...garden.entries[0], id: `entry-${index}`, topic: id }));
    const running = await start({ packs: [{ ...garden, topics, entries } as typeof garden] });
    const lists: string[] = [];
    for (let next = "topics:0:"; next; ) {
      const page = await respond(running, events.press(next, { flags: PRIVATE }));
      lists.push(...Object.keys(page.buttons).filter((name) => name.startsWith("Topic ")));
      next = page.buttons[WORDS.next] ?? "";
    }
    expect(lists).toEqual(topics.map(({ title }) => title));
  });
});

describe("sharing", () => {
  it("shows everyone what was asked, by whom, and the answer, and notifies nobody", async () => {
    const running = await start();
    const answer = running.bot.answer({ text: "what-is-compost" });
    const message = renderAnswer(answer, { asked: "what is *compost* @everyone", isShareable: true });
    const { [WORDS.share]: share = "" } = see(message).buttons;
    const shared = await respond(running, events.press(share, { ...message, flags: PRIVATE }));
    expect(shared).toMatchObject({ type: NEW, flags: MessageFlags.IsComponentsV2 });
    expect(shared.text).toMatch(
      /^Shared by <@1100000000000000004>, in answer to: what is \\\*compost\\\* \\@everyone\n### What is compost\?/,
    );
    expect(shared.buttons).not.toHaveProperty(WORDS.share);
  });

  it("shares several entries as one answer", async () => {
    const running = await start();
    const shared = await respond(running, events.press("share:what-is-mulch,what-is-compost", { flags: PRIVATE }));
    expect(shared.text).toMatch(/### What is mulch\?.*### What is compost\?/s);
  });

  it("shares once, however often the button is pressed", async () => {
    const running = await start();
    const press = events.press("share:what-is-mulch", { flags: PRIVATE });
    expect((await respond(running, press)).type).toBe(NEW);
    const again = { ...events.press("share:what-is-mulch"), message: press.message };
    running.discord.interact(again);
    expect((await running.discord.rest.next("response")).body).toEqual({ type: UNCHANGED });
    const another = events.press("share:what-is-mulch", { flags: PRIVATE });
    expect((await respond(running, another)).type).toBe(NEW);
  });

  it("shares at the next press what could not be delivered", async () => {
    const running = await start({ isTroubled: true });
    const press = events.press("share:what-is-mulch", { flags: PRIVATE });
    running.discord.rest.fail("response", { status: 404, code: 10062 });
    await respond(running, press);
    await running.find(/could not be delivered/);
    const again = { ...events.press("share:what-is-mulch"), message: press.message };
    expect((await respond(running, again)).type).toBe(NEW);
  });

  it("does not share again what was delivered by a try whose reply was too slow", async () => {
    const running = await start({ isTroubled: true });
    const press = events.press("share:what-is-mulch", { flags: PRIVATE });
    running.discord.rest.fail("response", "swallow");
    expect((await respond(running, press)).type).toBe(NEW);
    expect(await running.discord.rest.next("response")).toMatchObject({ ids: [press.id, press.token], status: 400 });
    await running.find(/40060/);
    const again = { ...events.press("share:what-is-mulch"), message: press.message };
    running.discord.interact(again);
    expect((await running.discord.rest.next("response")).body).toEqual({ type: UNCHANGED });
    expect(running.lines.filter((line) => line.includes("could not be delivered"))).toEqual([]);
  });

  it("tells the person alone when the entry is gone", async () => {
    const running = await start();
    const shared = await respond(running, events.press("share:xqzvw", { flags: PRIVATE }));
    expect(shared).toMatchObject({ type: NEW, flags: PRIVATE, text: WORDS.failed });
  });
});

describe("feedback", () => {
  it.each([
    ["helpful:what-is-mulch", true],
    ["unhelpful:what-is-mulch", false],
  ])("is thanked for, and logged without the person: %s", async (button, helpful) => {
    const running = await start();
    const thanks = await respond(running, events.press(button, { flags: PRIVATE }));
    expect(thanks).toMatchObject({ type: NEW, flags: PRIVATE, text: WORDS.feedbackThanks });
    const line = JSON.parse(await running.find(/Feedback/)) as unknown;
    expect(line).toMatchObject({ platform: "discord", entries: ["what-is-mulch"], helpful, level: 30 });
    expect(JSON.stringify(line)).not.toContain(ANN);
  });
});

describe("a button that nobody knows", () => {
  it.each(["", "open:sesame", "tour", "list:0"])("is answered, not ignored: “%s”", async (button) => {
    const running = await start();
    expect((await respond(running, events.press(button))).text).toBe(WORDS.failed);
  });
});
