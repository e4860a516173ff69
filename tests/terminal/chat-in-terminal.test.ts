import { describe, expect, it } from "vitest";
import { KEYS, openChat } from "./pty.ts";

const PROMPT = "›";
/** A control sequence that sets a colour or a face. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`);

describe.concurrent("the chat in a terminal", () => {
  it("welcomes with questions to start from, and answers in spite of typos", async () => {
    const chat = await openChat();
    const welcome = await chat.until(PROMPT);
    expect(welcome).toContain("Hello! I answer questions about gardening");
    expect(welcome).toContain(" 2  What is mulch?");
    expect(welcome).toContain("/topics  /tour  /help  /quit");
    chat.type("slgus eat my letuce\r");
    expect(await chat.until("Read next")).toContain("Slugs do, in damp nights.");
    expect(chat.raw()).toMatch(COLOUR);
    chat.type(KEYS.ctrlD);
    expect(await chat.ended).toBe(0);
  });

  it("goes where numbers and commands lead", async () => {
    const chat = await openChat();
    await chat.until(PROMPT);
    chat.type("2\r");
    expect(await chat.until("Read next")).toContain("Mulch is a layer");
    chat.type("/top");
    await chat.until("/top");
    chat.type(KEYS.tab);
    await chat.until("ics");
    chat.type("\r");
    expect(await chat.until("Type a number")).toContain("1  Soil and compost (6)");
    chat.type("/quit\r");
    await chat.until("Goodbye.");
    expect(await chat.ended).toBe(0);
  });

  it("brings earlier messages back with the arrow keys", async () => {
    const chat = await openChat();
    await chat.until(PROMPT);
    chat.type("what-is-mulch\r");
    await chat.until("Read next");
    chat.type("what-is-compost\r");
    await chat.until("Read next");
    chat.type(`${KEYS.up}${KEYS.up}\r`);
    expect(await chat.until("Read next")).toContain("Mulch is a layer");
    chat.type(KEYS.ctrlC);
    expect(await chat.ended).toBe(0);
  });

  it("takes a pasted text of several lines for one question, sent with Enter", async () => {
    const chat = await openChat();
    await chat.until(PROMPT);
    chat.type("\u001b[200~how do I\rget rid\rof slugs\r\u001b[201~");
    chat.type("\r");
    const reply = await chat.until("Read next");
    expect(reply).toContain("Slugs do, in damp nights.");
    expect(reply).not.toContain("I do not know");
    chat.type(KEYS.ctrlC);
    expect(await chat.ended).toBe(0);
  });

  it.each([
    ["Ctrl-C", KEYS.ctrlC],
    ["Ctrl-C in the middle of a line", `half a quest${KEYS.ctrlC}`],
    ["Ctrl-D", KEYS.ctrlD],
  ])("leaves cleanly on %s", async (_what, keys) => {
    const chat = await openChat();
    await chat.until(PROMPT);
    chat.type(keys);
    await chat.until("Goodbye.\n");
    expect(await chat.ended).toBe(0);
    // The terminal marks pastes only while the chat asked it to.
    expect(chat.raw().lastIndexOf("\u001b[?2004l")).toBeGreaterThan(chat.raw().lastIndexOf("\u001b[?2004h"));
  });

  it("follows the width of the window", async () => {
    const chat = await openChat({ columns: 100 });
    await chat.until(PROMPT);
    chat.resize(40);
    // The prompt is drawn anew for the new width.
    await chat.until(PROMPT);
    chat.type("what-is-compost\r");
    const reply = await chat.until("Read next");
    expect(reply).toContain("\n  Compost is plant matter that has\n  rotted into a dark, crumbly material\n");
    chat.type(KEYS.ctrlC);
    expect(await chat.ended).toBe(0);
  });

  it("shows no colours with NO_COLOR", async () => {
    const chat = await openChat({ env: { NO_COLOR: "1" } });
    await chat.until("> ");
    chat.type("water-tomatoes\r");
    expect(await chat.until("Read next")).toContain("Set it with `dripctl load bed-1.yaml`.");
    expect(chat.raw()).not.toMatch(COLOUR);
    chat.type(KEYS.ctrlC);
    expect(await chat.ended).toBe(0);
  });
});
