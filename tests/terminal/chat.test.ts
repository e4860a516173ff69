import { describe, expect, it } from "vitest";
import { createBot } from "../../src/bot.ts";
import type { Pack } from "../../src/core/pack.ts";
import { type Chat, createChat } from "../../src/platforms/terminal/chat.ts";
import { renderScreen } from "../../src/platforms/terminal/render.ts";
import { createStyle } from "../../src/platforms/terminal/style.ts";
import { garden, gardenBot } from "./garden.ts";

const STYLE = createStyle(80, false);

/** Opens a chat; what it replies comes back as the text on the screen. */
function open(chat: Chat = createChat(gardenBot())) {
  chat.open();
  return (message: string): string => {
    const screen = chat.hear(message);
    return typeof screen === "string" ? screen : renderScreen(screen, STYLE);
  };
}

describe("the chat", () => {
  it("lets numbers pick from the list that was shown last", () => {
    const hear = open();
    expect(hear("3")).toContain("An annual lives for one season");
    expect(hear("1")).toContain("A perennial is a plant");
  });

  it.each(["2", " 2 ", "#2", "2.", "2)", "02"])("understands the number in “%s”", (message) => {
    expect(open()(message)).toContain("Mulch is a layer");
  });

  it("says which numbers there are, and keeps the list", () => {
    const hear = open();
    expect(hear("9")).toBe("The list has the numbers 1 to 4.");
    expect(hear("0")).toBe("The list has the numbers 1 to 4.");
    expect(hear("2")).toContain("Mulch is a layer");
  });

  it("says so when there is no list to pick from", () => {
    const hear = open();
    hear("x".repeat(5000));
    expect(hear("1")).toBe("There is no list to pick from. Ask a question, or type /topics.");
  });

  it("takes longer numbers for questions", () => {
    expect(open()("137")).toContain("I do not know");
  });

  it("takes the id of an entry for a question", () => {
    expect(open()("sandy-soil")).toContain("Sandy soil has large grains");
  });

  it("understands a question that points back to the answer before", () => {
    const hear = open();
    hear("what-is-compost");
    expect(hear("and how do I make it?")).toContain("Pile up two parts");
  });

  it("leads from the topics to the entries of one", () => {
    const hear = open();
    expect(hear("/topics")).toContain("1  Soil and compost (6)\n 2  Plants and pests (6)");
    const plants = hear("2");
    expect(plants).toContain("Plants and pests\n 1  What is the difference between annuals and perennials?");
    expect(hear("1")).toContain("An annual lives for one season");
  });

  it("shows its commands when it is asked for help, and lets numbers pick there too", () => {
    const hear = open();
    expect(hear("help")).toContain("/topics  everything I know, by topic");
    expect(hear("2")).toContain("Mulch is a layer");
  });

  it("leads through the tour by Enter, words and numbers", () => {
    const hear = open();
    expect(hear("/tour")).toMatch(/^gardening tour, stop 1 of 4\n[\s\S]+\n Next {2}How do I make compost\?\n/);
    expect(hear("")).toMatch(/^gardening tour, stop 2 of 4\n[\s\S]+ Back {2}What is compost\?\n/);
    expect(hear("back")).toContain("stop 1 of 4");
    expect(hear("b")).toContain("stop 1 of 4");
    expect(hear("3")).toContain("stop 3 of 4");
    expect(hear("/next")).toMatch(/stop 4 of 4\n[\s\S]+\nThat was the last stop\./);
    expect(hear("next")).toBe("That was the last stop. Ask me anything, or type /topics.");
    expect(hear("")).toBe("nothing");
  });

  it("shows the drawing of a stop", () => {
    const hear = open();
    expect(hear("/tour")).toContain(garden.diagrams[0]?.text);
    expect(hear("next")).not.toContain("nitrogen");
  });

  it("goes on with the tour after a question in between, but not by Enter", () => {
    const hear = open();
    hear("/tour");
    expect(hear("sandy-soil")).toContain("Sandy soil");
    expect(hear("")).toBe("nothing");
    expect(hear("n")).toContain("stop 2 of 4");
  });

  it.each(["", "   ", "\t"])("says nothing in reply to an empty line (%j)", (message) => {
    expect(open()(message)).toBe("nothing");
  });

  it.each(["/quit", "quit", "exit", "/exit", "bye", ":q", "Q"])("lets the user go on “%s”", (message) => {
    expect(open()(message)).toBe("leave");
  });

  it("shows the questions of several packs together, and gives each its own tour", () => {
    const attic: Pack = {
      ...garden,
      name: "attic",
      title: "the attic",
      welcome: "I also know the attic.",
      featured: ["attic-dust"],
      tour: ["attic-dust"],
      topics: [{ id: "dust", title: "Dust" }],
      entries: garden.entries
        .slice(0, 1)
        .map((entry) => ({ ...entry, id: "attic-dust", topic: "dust", title: "What is dust?", related: [] })),
    };
    const chat = createChat(createBot([garden, attic]));
    expect(renderScreen(chat.open(), STYLE)).toContain("I also know the attic.");
    const hear = open(chat);
    expect(hear("/topics")).toContain("3  Dust (1)");
    expect(hear("5")).toBe("The list has the numbers 1 to 3.");
    expect(hear("attic-dust")).toContain("What is dust?");
    expect(hear("/tour")).toContain("the attic tour, stop 1 of 1");
    expect(hear("what-is-mulch")).toContain("Mulch is a layer");
    expect(hear("next")).toContain("That was the last stop.");
  });
});
