import { describe, expect, it } from "vitest";
import { COMMAND_WORDS, parseCommand } from "../../src/core/command.ts";
import { WORDS } from "../../src/core/wording.ts";

describe("a message to the bot", () => {
  it.each([
    "",
    "help",
    "/help",
    "?",
    "???",
    // What phones and copying leave behind.
    "\u200b",
    " \ufeff \u2060",
    "\u200bhi\u200b",
    "Hello!",
    "hi there",
    "hellooo",
    "good morning",
    "Good morning, all",
    "good morning all 👋",
    "hey bot",
    "Hi. How are you?",
    "what’s up",
    "hello, is anyone there?",
    "test",
    "ping",
    "can you help me?",
    "hello, can you help me please?",
    "please help",
    "I need help!",
    "can someone help me",
    "hi all, I have a question",
    "who are you",
    "who made you",
    "What is your name?",
    "are you chatgpt",
    "are you a human?",
    "What can you do?",
    "what do you know",
    "how can you help me",
    "how do I use this bot",
    "what can I ask you?",
  ])("shows what to ask for %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "help" });
  });

  it.each(COMMAND_WORDS)("is the command %s where it is that word, as people are told", (word) => {
    expect(parseCommand(word)).toEqual({ name: word });
    expect(WORDS.usage).toContain(word);
  });

  it.each(["topics", "/topics", "what topics?", "Which topics do you cover?", "hi, show me your topics please"])(
    "shows the topics for %j",
    (text) => {
      expect(parseCommand(text)).toEqual({ name: "topics" });
    },
  );

  it.each(["tour", "/tour", "the tour", "take the tour", "Give me a tour, please!"])(
    "starts the tour for %j",
    (text) => {
      expect(parseCommand(text)).toEqual({ name: "tour" });
    },
  );

  it.each([
    "hello-world image",
    "hello world",
    "hi, what is an image",
    "good morning, my container is gone",
    "help me with volumes",
    "help my container died",
    "I need help with docker",
    "can you help me stop a container",
    "start a container",
    "test a container",
    "ping another container",
    "are you an ai",
    "who made docker",
    "what is your opinion on swarm",
    "what do you know about volumes",
    "what topics should a beginner learn",
    "how do I use this image",
    "is anyone there who knows compose?",
    "what is up with my container",
    "hey" + " what's a host",
    "share",
    "the tour guide",
  ])("is a question where it says more: %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "ask", text });
  });

  it.each([
    "what is an image",
    "how do I start a container?",
    "explain volumes",
    "image vs container",
    "what-is-an-image",
  ])("is answered for all to see with “share” before it: %j", (text) => {
    expect(parseCommand(`share ${text}`)).toEqual({ name: "share", text });
    expect(parseCommand(`Share: ${text}`)).toEqual({ name: "share", text });
  });

  it.each(["share a folder with a container", "Share files between two containers", "share data"])(
    "is a question where sharing is what it asks about: %j",
    (text) => {
      expect(parseCommand(text)).toEqual({ name: "ask", text });
    },
  );

  it.each([
    "thanks",
    "Thank you!!",
    "thx that worked",
    "ok thanks",
    "works now, thanks",
    "ah ok, that was it",
    "never mind, found it",
    "alright, will try that",
    "great, thanks a lot 🙏",
    "got it, thank you so much",
    "bye bye",
    "good bot",
    "👍 never mind",
  ])("gets a friendly word where it is thanks, praise or a goodbye: %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "thanks" });
  });

  it.each([
    "thanks, and how do I make one?",
    "ok so what is a volume",
    "that did not work",
    "thanks but it still fails",
    "that was it, but now port 80 is in use",
    "it works in the container only",
    "nice value of a process",
    "bye container",
    "no",
    "👍",
  ])("is no thanks where it says more, or nothing: %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "ask", text });
  });

  it("is a question, however long it is", () => {
    expect(parseCommand(`hi${" there".repeat(20_000)}${"!".repeat(20_000)} what`).name).toBe("ask");
    expect(parseCommand(`${"thanks a lot ".repeat(20_000)}?x`).name).toBe("ask");
    expect(parseCommand(`${"ok".repeat(40)}x`).name).toBe("ask");
  });
});
