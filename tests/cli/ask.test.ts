import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run, start } from "./run.ts";

const REAL_KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** Each runs a process, several at once, on a machine that may be busy. */
describe.concurrent("npm run ask", { timeout: 60_000 }, () => {
  it("prints the answer with its sources and what to read next, without colours in a pipe", async ({ expect }) => {
    const { exitCode, output, errors } = await run("ask", ["slgus", "eat", "my", "letuce"], { env: { CI: "1" } });
    expect(exitCode).toBe(0);
    expect(errors).toBe("");
    expect(output).toMatchInlineSnapshot(`
      "What eats my lettuce at night?

      Slugs do, in damp nights. Collect them after dark, and water in the morning so
      that the bed is dry by evening.

      Sources
        Slugs  https://garden.example.com/slugs/

      Read next
      • What is mulch?
      • When do I sow which vegetable?
      "
    `);
  });

  it("prints the drawing of an entry", async () => {
    const { output } = await run("ask", ["what-is-compost"]);
    expect(output).toContain("\n │ kitchen scraps │     nitrogen\n");
  });

  it("answers a question that starts like an option", async ({ expect }) => {
    const { exitCode, output } = await run("ask", ["--mulch what is it"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("What is mulch?");
  });

  it("says that it does not know, which is no failure", async () => {
    const { exitCode, output } = await run("ask", ["capital of france"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("I do not know.");
    expect(output).toContain("Good first questions\n• What is compost?");
  });

  // Reading all of it takes seconds, and many on a busy machine.
  it("answers from the real knowledge unless it is told otherwise", { timeout: 60_000 }, async () => {
    const { exitCode, output } = await run("ask", ["--knowledge", REAL_KNOWLEDGE, "what-is-an-image"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("image");
    expect(output).toContain("Sources\n");
  });

  it.each([
    ["no question", []],
    ["an unknown option", ["--frobnicate", "what is compost"]],
    ["an option without its value", ["what is compost", "--knowledge"]],
  ])("takes %s for bad usage", async (_what, args) => {
    const { exitCode, output, errors } = await run("ask", args);
    expect(exitCode).toBe(2);
    expect(output).toBe("");
    expect(errors).toMatch(/^error: .+\nAsk like this: npm run ask -- “your question”\n$/);
  });

  it("explains itself", async () => {
    const { exitCode, output } = await run("ask", ["--help"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("--json");
  });

  it("names what is wrong with a knowledge folder, and fails", async () => {
    const { exitCode, output, errors } = await run("ask", ["--knowledge", "no/such/folder", "what is compost"]);
    expect(exitCode).toBe(1);
    expect(output).toBe("");
    expect(errors).toContain("no/such/folder");
    expect(errors).not.toMatch(/^ +at /m);
  });

  it("takes no account of space around the knowledge folder, as secret stores add it", async () => {
    const { exitCode, errors } = await run("ask", ["slugs"], { env: { KNOWLEDGE_DIR: " knowledge " } });
    expect([exitCode, errors]).toEqual([0, ""]);
  });

  it("takes the knowledge folder from the environment", async () => {
    const { exitCode, errors } = await run("ask", ["what is compost"], { env: { KNOWLEDGE_DIR: "elsewhere" } });
    expect(exitCode).toBe(1);
    expect(errors).toContain("elsewhere");
  });

  it("loads no client library of a platform, and no logger", async () => {
    const child = await run("ask", ["slugs"], { env: { NODE_DEBUG: "module,esm" } });
    expect(child.errors).toContain("fuse.js");
    expect(child.errors).not.toMatch(/node_modules\/(discord\.js|@slack|pino)/);
  });

  it("ends quietly when its reader goes away", async () => {
    const child = start("ask", ["slugs"]);
    child.stdout.destroy();
    child.stdin.end();
    const errors: Buffer[] = [];
    child.stderr.on("data", (data: Buffer) => errors.push(data));
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect(Buffer.concat(errors).toString()).toBe("");
    expect(exitCode).toBe(0);
  });
});
