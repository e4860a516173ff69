import { InteractionContextType, InteractionResponseType, MessageFlags, MessageType } from "discord.js";
import { describe, expect, it } from "vitest";
import { WORDS } from "../../src/core/wording.ts";
import * as events from "./fake/events.ts";
import type { FakeDiscord } from "./fake/fake-discord.ts";
import { BEN, BOT, CHANNEL, ROLE } from "./fake/ids.ts";
import { loadPacks } from "./fake/packs.ts";
import { type Seen, see } from "./fake/read.ts";
import { PRIVATE_WORD, start } from "./fake/start.ts";

const PUBLIC = MessageFlags.IsComponentsV2;
const PRIVATE = PUBLIC | MessageFlags.Ephemeral;

/** What an interaction is answered with. */
async function ask(discord: FakeDiscord, interaction: ReturnType<typeof events.interaction>): Promise<Seen> {
  discord.interact(interaction);
  const call = await discord.rest.next("response");
  expect(call.ids).toEqual([interaction.id, interaction.token]);
  return see(call.body);
}

/** What a message is answered with. */
async function write(discord: FakeDiscord, message: ReturnType<typeof events.message>): Promise<Seen> {
  discord.gateway.dispatch("MESSAGE_CREATE", message);
  const call = await discord.rest.next("message");
  expect(call.ids).toEqual([message.channel_id]);
  expect(call.body).toMatchObject({ message_reference: { message_id: message.id } });
  return see(call.body);
}

describe("the slash command", () => {
  it("answers privately, says what had been asked, and offers to share", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand({ question: "what is compost" }));
    expect(answer).toMatchObject({ type: InteractionResponseType.ChannelMessageWithSource, flags: PRIVATE });
    expect(answer.text).toMatch(/^-# what is compost\n### What is compost\?\n/);
    expect(answer.buttons).toMatchObject({ [WORDS.share]: "share:what-is-compost" });
  });

  it.each([
    ["with the option", { question: "what is compost", share: true }],
    ["with the word", { question: "share what is compost" }],
  ])("answers for all to see when told so %s", async (_, options) => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand(options));
    expect(answer.flags).toBe(PUBLIC);
    expect(answer.text).toContain("### What is compost?");
    expect(answer.buttons).not.toHaveProperty(WORDS.share);
  });

  it.each(["qwertyuiop asdfghjkl", "help", "topics", "tour"])(
    "keeps to the asker what is no answer, even when told to share: %s",
    async (question) => {
      const { discord } = await start();
      const answers = [{ question, share: true }, { question: `share ${question}` }].map((options) =>
        events.slashCommand(options),
      );
      for (const one of answers) expect((await ask(discord, one)).flags).toBe(PRIVATE);
    },
  );

  it("answers openly where nobody else is", async () => {
    const { discord } = await start();
    const circumstances = { context: InteractionContextType.BotDM };
    const answer = await ask(discord, events.slashCommand({ question: "what is compost" }, circumstances));
    expect(answer.flags).toBe(PUBLIC);
    expect(answer.buttons).not.toHaveProperty(WORDS.share);
  });

  it("takes a suggestion, which is an entry's id, for its entry", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand({ question: "annual-vs-perennial" }));
    expect(answer.text).toMatch(/^### /);
    expect(answer.buttons).toMatchObject({ [WORDS.share]: "share:annual-vs-perennial" });
  });

  it("says that it does not know, and offers questions to start from", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand({ question: "qwertyuiop asdfghjkl" }));
    expect(answer.text).toContain("I do not know");
    expect(Object.values(answer.buttons)).toContain("read:what-is-compost");
  });

  it.each([{}, { question: "" }, { question: "help" }])("welcomes whoever asks nothing: %j", async (options) => {
    const { discord, bot } = await start();
    const answer = await ask(discord, events.slashCommand(options));
    expect(answer.text).toContain(bot.packs[0].welcome.slice(0, 30));
    expect(Object.values(answer.buttons)).toEqual(
      expect.arrayContaining(["read:what-is-compost", "tour:0:garden", "topics:0:garden"]),
    );
  });

  it("lists the topics", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand({ question: "topics" }));
    expect(answer.buttons).toEqual({ "Soil and compost": "list:0", "Plants and pests": "list:1" });
  });

  it("starts the tour", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.slashCommand({ question: "tour" }));
    expect(answer.text).toContain("stop 1 of 4");
    expect(answer.buttons).toMatchObject({ [WORDS.next]: "tour:1:garden" });
    expect(answer.buttons).not.toHaveProperty(WORDS.back);
  });

  it("asks the pack that it belongs to, each its own", async () => {
    const [garden] = loadPacks();
    const kitchen = { ...garden, name: "kitchen", command: "kitchen", title: "Cooking", welcome: "Hello, cook!" };
    const { discord } = await start({ packs: [garden, kitchen] });
    expect((await ask(discord, events.slashCommand({ name: "kitchen" }))).text).toContain("Hello, cook!");
    expect((await ask(discord, events.slashCommand({ name: "garden" }))).text).not.toContain("Hello, cook!");
  });
});

describe("suggestions while typing", () => {
  it("are the featured questions at first", async () => {
    const { discord, bot } = await start();
    discord.interact(events.typing(""));
    const { body } = await discord.rest.next("response");
    const choices = bot.packs[0].featured.map((id) => ({ name: bot.find(id)?.entry.title, value: id }));
    expect(body).toEqual({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
  });

  it("are the questions that fit what has been typed", async () => {
    const { discord } = await start();
    discord.interact(events.typing("what is mulch"));
    const { body } = await discord.rest.next("response");
    expect(JSON.stringify(body)).toContain('{"name":"What is mulch?","value":"what-is-mulch"}');
  });

  it("cut a title that is too long, but not its entry", async () => {
    const [garden] = loadPacks();
    const [entry, ...others] = garden.entries;
    if (!entry) throw new Error("the fixture is empty");
    const long = { ...entry, title: "why ".repeat(50) };
    const { discord } = await start({ packs: [{ ...garden, featured: [entry.id], entries: [long, ...others] }] });
    discord.interact(events.typing(""));
    const { body } = await discord.rest.next("response");
    const name = `${"why ".repeat(50).slice(0, 99)}…`;
    expect(body).toMatchObject({ data: { choices: [{ name, value: entry.id }] } });
  });
});

describe("the command on a message", () => {
  it("answers the message privately", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.messageCommand("<@123> what is compost"));
    expect(answer.flags).toBe(PRIVATE);
    expect(answer.text).toContain("### What is compost?");
  });

  it("says what to do about a message without words", async () => {
    const { discord } = await start();
    const answer = await ask(discord, events.messageCommand(""));
    expect(answer.text).toContain("Ask me something");
  });
});

describe("a message", () => {
  it("is answered where it mentions the bot", async () => {
    const { discord } = await start();
    const answer = await write(discord, events.message(`<@${BOT}> what is compost?`));
    expect(answer.flags).toBe(PUBLIC);
    expect(answer.text).toMatch(/^### What is compost\?/);
  });

  it("is answered where it replies to the bot", async () => {
    const { discord } = await start();
    const fields = { type: MessageType.Reply, referenced_message: { author: { id: BOT } } };
    const answer = await write(discord, events.message("what is mulch", fields));
    expect(answer.text).toMatch(/^### What is mulch\?/);
  });

  it("is answered where it mentions the role of the bot's name, which Discord is asked for once", async () => {
    const { discord } = await start();
    for (const question of ["what is mulch", "what is compost"]) {
      const answer = await write(discord, events.message(`<@&${ROLE}> ${question}`, { mention_roles: [ROLE] }));
      expect(answer.text).toMatch(new RegExp(`^### ${question}`, "i"));
    }
    expect((await write(discord, events.message("", { mention_roles: [ROLE] }))).text).toBe(WORDS.cannotRead);
    expect(discord.rest.calls.filter(({ route }) => route === "roles")).toHaveLength(1);
  });

  it("is answered where it mentions the role as soon as Discord says which that is", async () => {
    const { discord, find } = await start({ isTroubled: true });
    const mention = () => events.message(`<@&${ROLE}> what is mulch`, { mention_roles: [ROLE] });
    discord.rest.fail("roles", { status: 403, code: 50001 });
    discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await find(/cannot be found out/);
    expect((await write(discord, mention())).text).toMatch(/^### What is mulch/);
    expect(discord.rest.calls.filter(({ route }) => route === "message")).toHaveLength(1);
  });

  it("is answered between the person and the bot alone, without a mention", async () => {
    const { discord } = await start();
    const answer = await write(discord, events.message("what is mulch", { guild_id: undefined }));
    expect(answer.text).toMatch(/^### What is mulch\?/);
  });

  it.each([
    ["mentions the bot", { mentions: [{ id: BOT }] }],
    ["replies to the bot without notifying it", { referenced_message: { author: { id: BOT } } }],
  ])("gets a hint where Discord keeps back what it says, and it %s", async (_, fields) => {
    const { discord } = await start();
    const answer = await write(discord, events.message("", { type: MessageType.Reply, ...fields }));
    expect(answer.text).toBe(WORDS.cannotRead);
  });

  it("that only mentions the bot is welcomed", async () => {
    const { discord, bot } = await start();
    const answer = await write(discord, events.message(`<@!${BOT}> `, { mentions: [{ id: BOT }] }));
    expect(answer.text).toContain(bot.packs[0].welcome.slice(0, 30));
  });

  it.each([
    ["the bot", { mentions: [{ id: BOT }] }],
    ["its role", { mention_roles: [ROLE] }],
  ])("that mentions %s gets an apology where the bot meets a fault, and the log says so", async (_, fields) => {
    const { discord, bot, find } = await start({ isTroubled: true });
    bot.reply = () => {
      throw new TypeError(PRIVATE_WORD);
    };
    expect((await write(discord, events.message(PRIVATE_WORD, fields))).text).toBe(WORDS.failed);
    expect(await find(/this is a fault in the bot/)).toContain('"error":"TypeError"');
  });

  it("of one person is no part of another's conversation", async () => {
    const { discord, bot } = await start();
    const asked: string[] = [];
    const { reply } = bot;
    bot.reply = (message) => {
      asked.push(message.conversation ?? "");
      return reply(message);
    };
    await write(discord, events.message(`<@${BOT}> what is mulch`));
    await write(discord, events.message(`<@${BOT}> what is mulch`, { author: { id: BEN } }));
    expect(asked).toEqual([expect.stringContaining(CHANNEL), expect.stringContaining(BEN)]);
    expect(new Set(asked).size).toBe(2);
  });

  it.each([
    ["does not address it", events.message("what is compost")],
    ["replies to somebody else", events.message("what is compost", { referenced_message: { author: { id: BEN } } })],
    ["replies to somebody else unread", events.message("", { referenced_message: { author: { id: BEN } } })],
    ["addresses everyone", events.message("@everyone what is compost", { mention_everyone: true })],
    ["mentions the role of others", events.message("<@&7> what is compost", { mention_roles: ["7"] })],
    [
      "is a bot's and mentions its role",
      events.message("hi", { mention_roles: [ROLE], author: { id: BEN, bot: true } }),
    ],
    ["another bot wrote", events.message(`<@${BOT}> what is compost`, { author: { id: BEN, bot: true } })],
    ["a webhook wrote", events.message(`<@${BOT}> what is compost`, { webhook_id: BEN })],
    ["it wrote itself", events.message(`<@${BOT}> what is compost`, { author: { id: BOT } })],
    ["Discord wrote", events.message(`<@${BOT}>`, { type: MessageType.UserJoin })],
  ])("is not answered where it %s", async (_, message) => {
    const { discord } = await start();
    discord.gateway.dispatch("MESSAGE_CREATE", message);
    await write(discord, events.message(`<@${BOT}> what is mulch`));
    expect(discord.rest.calls.filter(({ route }) => route === "message")).toHaveLength(1);
  });

  it("is not answered again when it is edited", async () => {
    const { discord } = await start();
    const message = events.message(`<@${BOT}> what is compost`);
    await write(discord, message);
    discord.gateway.dispatch("MESSAGE_UPDATE", { ...message, edited_timestamp: new Date().toISOString() });
    await write(discord, events.message(`<@${BOT}> what is mulch`));
    expect(discord.rest.calls.filter(({ route }) => route === "message")).toHaveLength(2);
  });
});
