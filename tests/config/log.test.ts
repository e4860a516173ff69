import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createLogger, withoutSecrets } from "../../src/log.ts";

const program = fileURLToPath(new URL("log-input.ts", import.meta.url));
const child = spawn(process.execPath, ["--import", "tsx", program], { stdio: ["pipe", "inherit", "pipe"] });
const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();

afterAll(async () => {
  child.stdin.end();
  await once(child, "exit");
});

interface Logged {
  fields: object;
  message: string;
  error?: string;
}

/** What a process writes when it logs this. */
async function log(logged: Logged): Promise<string> {
  child.stdin.write(`${JSON.stringify(logged)}\n`);
  return (await lines.next()).value;
}

const word = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));
const digits = fc.stringMatching(/^[1-9]\d{17}$/);

/** A secret as it turns up, and the part of it that must not. */
const secret: fc.Arbitrary<{ text: string; part: string }> = fc.oneof(
  fc.tuple(fc.constantFrom("xoxb", "xoxp", "xoxe", "xapp"), digits, word(24)).map(([kind, id, part]) => ({
    text: `${kind}-${id}-${part}`,
    part,
  })),
  fc.tuple(word(24), word(6), word(38)).map(([id, time, part]) => ({ text: `${id}.${time}.${part}`, part })),
  fc.tuple(digits, word(68)).map(([id, part]) => ({ text: `https://discord.com/api/webhooks/${id}/${part}`, part })),
  fc
    .tuple(digits, word(30))
    .map(([id, part]) => ({ text: `/api/v10/interactions/${id}/aW50ZXJhY3Rpb246${part}/callback`, part })),
  word(30).map((part) => ({ text: `aW50ZXJhY3Rpb246${part}`, part })),
  word(24).map((part) => ({ text: `https://hooks.slack.com/commands/T012345/${part}`, part })),
  word(24).map((part) => ({ text: `wss://wss-primary.slack.com/link/?app_id=1&ticket=${part}`, part })),
  fc
    .stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:%@-]{12}$/)
    .map((part) => ({ text: `postgres://bot:${part}@db.example.com/x`, part })),
);

/** What may stand right beside a secret. */
const beside = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom("", "\n", "\t", "\\", '"', "\u001b[31m", "é", "Bearer ", "at /"),
);

/** Puts a text somewhere into what is logged. */
const place = fc.constantFrom<((text: string) => Logged)[]>(
  (message) => ({ fields: {}, message }),
  (url) => ({ fields: { url }, message: "" }),
  (token) => ({ fields: { request: { headers: [{ token }] } }, message: "" }),
  (name) => ({ fields: { [name]: 1 }, message: "" }),
  (error) => ({ fields: {}, message: "", error }),
);

describe("the log", () => {
  it("never holds a secret, wherever it stands in what is logged, and stays one JSON object a line", async () => {
    await fc.assert(
      fc.asyncProperty(place, beside, secret, beside, async (put, before, { text, part }, after) => {
        const line = await log(put(`${before}${text}${after}`));
        expect(line).not.toContain(part);
        expect(line).toContain("[secret]");
        expect(JSON.parse(line)).toMatchObject({ level: 30 });
      }),
      { numRuns: 400 },
    );
  });

  it("keeps what is no secret as it is", async () => {
    const fields = { id: "what-is-an-image", url: "https://docs.docker.com/get-started/", port: 3000 };
    const message = "Two lines:\n\tmail@example.com, C:\\xapp, node_modules/@slack/bolt-js.min.map, 10:30@noon";
    expect(JSON.parse(await log({ fields, message }))).toMatchObject({ ...fields, msg: message });
  });

  it("outlives a full disk, keeps a little of what it could not write, and goes on once there is room", () => {
    const written: string[] = [];
    const write = vi.spyOn(fs, "writeSync").mockImplementation(() => {
      throw Object.assign(new Error("No space left on device"), { code: "ENOSPC" });
    });
    onTestFinished(() => write.mockRestore());
    const logger = createLogger("info");
    for (let line = 0; line < 30; line += 1) logger.info({ line, much: "x".repeat(50_000) });
    logger.fatal("lost");
    write.mockImplementation((_, text) => {
      written.push(String(text));
      return Buffer.byteLength(String(text));
    });
    logger.info("lost, but makes room");
    logger.info("after");
    const lines = written.join("").trimEnd().split("\n");
    expect(written.join("").length).toBeLessThan(2 ** 21);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ line: 0 });
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ msg: "after" });
  });
});

describe("a message for people", () => {
  it("holds no secret either", () => {
    expect(withoutSecrets("Cannot reach https://me:pa55@db.example.com with C:\\xoxb-123-abc\nxapp-1-A-2")).toBe(
      "Cannot reach https://[secret]@db.example.com with C:\\[secret]\n[secret]",
    );
  });
});
