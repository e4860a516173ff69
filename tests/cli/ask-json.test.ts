import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { run, start } from "./run.ts";

interface Reply {
  question: string;
  kind: string;
  entries: string[];
  confidence: number;
  text: string;
  reason?: string;
}

async function askLines(input: string | Buffer): Promise<Reply[]> {
  const { exitCode, output, errors } = await run("ask", ["--json"], { input });
  expect(errors).toBe("");
  expect(exitCode).toBe(0);
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Reply);
}

/** Each runs a process, several at once, on a machine that may be busy. */
describe.concurrent("npm run ask -- --json", { timeout: 60_000 }, () => {
  it("replies to each line with an object of exactly the promised fields", async () => {
    const [answer, suggestions, none] = await askLines("what-is-mulch\nwats mulch\nhow to bake bread\n");
    expect(answer).toEqual({
      question: "what-is-mulch",
      kind: "answer",
      entries: ["what-is-mulch"],
      confidence: 1,
      text: [
        "What is mulch?",
        "Mulch is a layer that covers the soil between plants. It keeps the ground moist and the weeds down.",
        "• Use bark, straw, leaves or cut grass.\n• Spread it 5 cm thick, and keep it away from stems.",
        "Different today: The post knows only bark; straw, leaves and cut grass are used as well.",
      ].join("\n\n"),
    });
    expect(suggestions?.entries).toContain("what-is-mulch");
    expect(Object.keys(none ?? {})).toEqual(["question", "kind", "entries", "confidence", "text", "reason"]);
    expect(none).toMatchObject({ question: "how to bake bread", kind: "no-answer", entries: [], reason: "off-topic" });
  });

  it("leaves the drawing of an entry out", async () => {
    const [answer] = await askLines("what-is-compost\n");
    expect(answer?.text).toContain("Compost is plant matter");
    expect(answer?.text).not.toContain("nitrogen");
  });

  it("reads objects, and takes lines of one conversation as one thread", async () => {
    const lines = [
      { text: "what-is-compost", conversation: "one" },
      { text: "sandy-soil", conversation: "other" },
      { text: "and how do I make it?", conversation: "one" },
      { text: "and how do I make it?" },
    ];
    const replies = await askLines(lines.map((line) => `  ${JSON.stringify(line)}\n`).join(""));
    expect(replies.map(({ question }) => question)).toEqual(lines.map(({ text }) => text));
    expect(replies[2]).toMatchObject({ kind: "answer", entries: ["make-compost"] });
    // Out of the thread it could be about anything that can be made.
    expect(replies[3]?.confidence).toBeLessThan(replies[2]?.confidence ?? 0);
  });

  it("answers a thousand lines in their order", async () => {
    const ids = ["what-is-compost", "what-is-mulch", "yellow-leaves"];
    const questions = Array.from({ length: 1000 }, (_, index) => ids[index % ids.length]);
    const replies = await askLines(questions.join("\n"));
    expect(replies.map(({ entries }) => entries[0])).toEqual(questions);
  });

  it("writes each reply at once, for programs that wait for it before they go on", async () => {
    const child = start("ask", ["--json"]);
    const replies = createInterface({ input: child.stdout });
    for (const question of ["what-is-compost", "what-is-mulch"]) {
      child.stdin.write(`${question}\n`);
      const [line] = (await once(replies, "line")) as [string];
      expect(JSON.parse(line)).toMatchObject({ question, entries: [question] });
    }
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("answers nothing with nothing", async () => {
    expect(await askLines("")).toEqual([]);
  });

  it("gives every line that cannot be read a reply, and goes on", async () => {
    const lines = [
      "{",
      "{}",
      '{"text": 5}',
      '{"text": "x", "conversation": 5}',
      '{"text": "x"} trailing',
      Buffer.from([0x63, 0xff, 0xfe]),
      Buffer.from([0xf0, 0x9f]),
      "y".repeat(3_000_000),
    ];
    const input = Buffer.concat([...lines, "what-is-mulch"].flatMap((line) => [Buffer.from(line), Buffer.from("\n")]));
    const replies = await askLines(input);
    const unreadable = replies.slice(0, -1);
    expect(unreadable).toHaveLength(lines.length);
    for (const reply of unreadable) {
      expect(reply).toMatchObject({ kind: "no-answer", entries: [], confidence: 0, reason: "unreadable" });
      expect(reply.question.length).toBeLessThanOrEqual(200);
    }
    expect(replies.at(-1)?.entries).toEqual(["what-is-mulch"]);
  });

  it("gives every hostile text exactly one reply", async () => {
    const texts = [
      "",
      "   \t ",
      "🙂🙂🙂",
      "x".repeat(100_000),
      `${"what is mulch? ".repeat(7000)}`,
      "w\u0334\u0335h\u0336a\u0337t\u0338",
      "\0\u0001\u0007\u001b[31m",
      "\u202Ewhat is mulch\u202C",
      "mu\u200Blch",
      "^.*+?$(){}|[]\\",
      "__proto__",
      "constructor",
      "[1, 2]",
      '"quoted"',
      "null",
      "line\u2028separator\u0085and\u000bothers",
    ];
    const replies = await askLines(texts.join("\n"));
    expect(replies.map(({ question }) => question)).toEqual(texts);
    for (const { kind, text } of replies) {
      expect(["answer", "suggestions", "no-answer"]).toContain(kind);
      expect(text).not.toBe("");
    }
  });

  it("replies in whole characters, whatever half of one it is sent, and takes no carriage return for text", async () => {
    const replies = await askLines('{"text":"\\ud800"}\r\nwhat-is-mulch\r\n');
    expect(replies.map(({ question }) => question)).toEqual(["\ufffd", "what-is-mulch"]);
  });

  it("takes braces that begin no object for text", async () => {
    const replies = await askLines("{{.Names}}\n{ what-is-mulch }");
    expect(replies.map(({ question, reason }) => [question, reason === "unreadable"])).toEqual([
      ["{{.Names}}", false],
      ["{ what-is-mulch }", false],
    ]);
  });

  it("replies to a question among its arguments without reading its input", async () => {
    const { exitCode, output } = await run("ask", ["--json", "what-is-mulch"], { input: "what-is-compost\n" });
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ question: "what-is-mulch", kind: "answer" });
  });

  it("ends quietly when its reader goes away", async () => {
    const child = start("ask", ["--json"]);
    const errors: Buffer[] = [];
    child.stderr.on("data", (data: Buffer) => errors.push(data));
    child.stdin.on("error", () => {
      // It no longer reads once nobody reads it.
    });
    child.stdin.write("what-is-mulch\n");
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.write("what-is-mulch\n".repeat(10_000));
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect(Buffer.concat(errors).toString()).toBe("");
    expect(exitCode).toBe(0);
  });
});
