import { describe, expect, it } from "vitest";
import { parseCommand } from "../../src/core/command.ts";

describe("a message to the bot", () => {
  it.each([
    "",
    "help",
    "/help",
    "?",
    "Hello!",
    "hi there",
    "good morning",
    "hey bot",
    "can you help me?",
    "who are you",
    "What can you do?",
  ])("shows what to ask for %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "help" });
  });

  it.each([
    "hello-world image",
    "hi, what is an image",
    "help me with volumes",
    "hey" + " what's a host",
    "share",
    "the tour guide",
  ])("is a question where it says more: %j", (text) => {
    expect(parseCommand(text)).toEqual({ name: "ask", text });
  });

  it("is answered for all to see with “share” before it", () => {
    expect(parseCommand("share what is an image")).toEqual({ name: "share", text: "what is an image" });
  });
});
