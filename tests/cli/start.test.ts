import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment, FOLDER, run, start } from "./run.ts";

const KNOWLEDGE_DIR = path.join(FOLDER, "knowledge");
const SECRET = "xoxb-1-not-to-be-seen";

/** Each runs a process, several at once, on a machine that may be busy. */
describe.concurrent("npm start", { timeout: 60_000 }, () => {
  it("opens the chat where nothing is configured, and says how to add other platforms", async () => {
    const { exitCode, output, errors } = await run("main", [], { input: "what-is-mulch\n" });
    expect(exitCode).toBe(0);
    expect(errors).toBe("");
    expect(output).toContain("Hello! I answer questions about gardening");
    expect(output).toContain("SLACK_BOT_TOKEN");
    expect(output).toContain("Mulch is a layer");
  });

  it("names variables that it does not know where nothing is configured, without their values", async () => {
    const env = { SLACK_TOKEN: SECRET, DISCORD_BOT_TOKEN: SECRET, SLACK_API_URL: "http://127.0.0.1:9/", SLACK_APP: "" };
    const { exitCode, output, errors } = await run("main", [], { input: "what-is-mulch\n", env });
    expect(exitCode).toBe(0);
    expect(errors).toMatch(/^The environment sets SLACK_TOKEN, DISCORD_BOT_TOKEN, which .+\n$/);
    expect(output + errors).not.toContain(SECRET);
  });

  it("hears nothing more once the user has left", async () => {
    const { exitCode, output } = await run("main", [], { input: "what-is-mulch\n/quit\nsandy-soil\n" });
    expect(exitCode).toBe(0);
    expect(output).toContain("Mulch is a layer");
    expect(output).not.toContain("Sandy soil");
  });

  it("opens the chat alone when it is asked to, whatever is configured", async () => {
    const env = { SLACK_BOT_TOKEN: SECRET, SLACK_APP_TOKEN: "xapp-1" };
    const { exitCode, output } = await run("main", ["--platform", "terminal"], { env });
    expect(exitCode).toBe(0);
    expect(output).toContain("Hello!");
    expect(output).not.toContain("SLACK_BOT_TOKEN");
  });

  it.each(["slack", "discord"])("refuses to start on %s where that is not configured", async (platform) => {
    const { exitCode, errors } = await run("main", ["--platform", platform]);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^(SLACK_BOT|DISCORD)_TOKEN is not set.+\n.+\.env\.example.+\n$/);
  });

  it.each([
    ["slack", { SLACK_BOT_TOKN: SECRET }, 1, /^The environment sets SLACK_BOT_TOKN, which .+\nSLACK_BOT_TOKEN is not/],
    ["terminal", { SLACK_TOKEN: SECRET }, 0, /^The environment sets SLACK_TOKEN, which .+\n$/],
  ])("names a variable that it does not know also where it is to start on %s", async (platform, env, code, words) => {
    const { exitCode, errors } = await run("main", ["--platform", platform], { env: { ...env } });
    expect(exitCode).toBe(code);
    expect(errors).toMatch(words);
    expect(errors).not.toContain(SECRET);
  });

  it.each([
    ["an unknown platform", ["--platform", "irc"]],
    ["an argument that it does not know", ["docs"]],
  ])("takes %s for bad usage", async (_what, args) => {
    const { exitCode, errors } = await run("main", args);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^error: .+\n$/);
  });

  it("lists every problem of the environment, and shows no secret", async () => {
    const env = { SLACK_BOT_TOKEN: SECRET, PORT: "many", LOG_LEVEL: "loud" };
    const { exitCode, output, errors } = await run("main", [], { env });
    expect(exitCode).toBe(1);
    for (const name of ["SLACK_APP_TOKEN", "PORT", "LOG_LEVEL"]) expect(errors).toContain(name);
    expect(output + errors).not.toContain(SECRET);
    expect(errors).not.toMatch(/^ +at /m);
  });

  it.each([
    // Docker makes one where a file is mounted that is not there.
    ["a folder", (file: string) => mkdirSync(file), "cannot be read (EISDIR)"],
    ["in UTF-16", (file: string) => writeFileSync(file, "\ufeffDISCORD_TOKEN=d", "utf16le"), "is not in UTF-8"],
  ])("says that .env is %s, rather than to start without what is in it", async (_what, make, complaint) => {
    const cwd = mkdtempSync(path.join(tmpdir(), "bot-"));
    make(path.join(cwd, ".env"));
    const { exitCode, output, errors } = await run("main", [], { cwd });
    rmSync(cwd, { recursive: true });
    expect([exitCode, output]).toEqual([1, ""]);
    expect(errors).toMatch(/^The file .+\n.+\n$/);
    expect(errors).toContain(complaint);
  });

  it("ends on an error that nobody handles, and logs where it was, but not what it says, which may be a question", async () => {
    const defect = `process.on("SIGUSR2", () => {
      throw Object.assign(new RangeError(process.env.QUESTION), { body: process.env.QUESTION });
    })`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(defect)}`;
    const child = start("main", [], { NODE_OPTIONS, QUESTION: "zebrafinch" });
    const errors = text(child.stderr);
    await once(child.stdout, "data");
    child.kill("SIGUSR2");
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(JSON.parse(await errors)).toMatchObject({
      level: 60,
      error: "RangeError",
      at: expect.stringMatching(/^at /),
    });
    expect(await errors).not.toContain("zebrafinch");
  });

  it("ends with failure also on an error that cannot be logged", async () => {
    const defect = `process.on("SIGUSR2", () => {
      throw Object.defineProperty(new Error(), "code", { get: () => { throw new Error("no code"); } });
    })`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(defect)}`;
    const child = start("main", [], { NODE_OPTIONS });
    await once(child.stdout, "data");
    child.kill("SIGUSR2");
    expect(await once(child, "exit")).toEqual([1, null]);
  });

  it("says where an error came from that nobody has thought of, where it ends the start, but no secret", async () => {
    const defect = `const { on } = process;
    process.on = function (name, ...rest) {
      if (name === "disconnect") throw new RangeError("broken " + process.env.QUESTION);
      return on.call(this, name, ...rest);
    }`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(defect)}`;
    const { exitCode, errors } = await run("main", [], { env: { NODE_OPTIONS, QUESTION: SECRET } });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^RangeError: broken \[secret\]\n(?: {4}at .+\n)+$/);
    expect(errors).toContain("src/main.ts");
  });

  it("names what is wrong with the knowledge, and fails", async () => {
    const { exitCode, errors } = await run("main", [], { env: { KNOWLEDGE_DIR: "no/such/folder" } });
    expect(exitCode).toBe(1);
    expect(errors).toContain("no/such/folder: is not a folder: it does not exist");
  });

  // The last comes when the window is closed that the bot was started in.
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("stops with success on %s", async (signal) => {
    const child = start("main", []);
    await once(child.stdout, "data");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("stops at once when it is told to while it reads the knowledge", async () => {
    const signal = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { readFileSync } = fs;
    fs.readFileSync = function (file, ...rest) {
      if (String(file).endsWith("pack.yaml")) process.kill(process.pid, "SIGTERM");
      if (String(file).endsWith("what-is-mulch.md")) process._rawDebug("It reads on.");
      return readFileSync(file, ...rest);
    };
    syncBuiltinESMExports();`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(signal)}`;
    const { exitCode, output, errors } = await run("main", [], { input: "what-is-mulch\n", env: { NODE_OPTIONS } });
    expect([exitCode, output, errors]).toEqual([0, "", ""]);
  });

  it("stops when npm is told to stop, whose shell does not tell it", async () => {
    const cwd = fileURLToPath(new URL("../..", import.meta.url));
    const env = { DISCORD_TOKEN: SECRET, DISCORD_API_URL: "http://127.0.0.1:9/", PORT: "0", KNOWLEDGE_DIR };
    const npm = spawn("npm", ["start", "--", "--platform", "discord"], { cwd, env: environment(env) });
    onTestFinished(() => void npm.kill());
    npm.stderr.on("data", (data) => {
      if (String(data).includes("cannot be reached")) npm.kill("SIGTERM");
    });
    // Its streams close with the last process that writes to them.
    expect(await once(npm, "close")).toEqual([null, "SIGTERM"]);
  });

  it.each([
    ["Slack", { SLACK_BOT_TOKEN: SECRET, SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: "http://127.0.0.1:9/" }],
    ["Discord", { DISCORD_TOKEN: SECRET, DISCORD_API_URL: "http://127.0.0.1:9/" }],
  ])("keeps trying to reach %s, is not ready meanwhile, and stops with success when told to", async (platform, env) => {
    const child = start("main", [], { ...env, PORT: "0", SLACK_DISCORD_TOKEN: SECRET });
    let log = "";
    const find = () => ({
      isLost: log.includes(`${platform} cannot be reached`),
      address: /"address":"(?<address>[^"]+)"/.exec(log)?.groups?.["address"],
    });
    while (!(find().isLost && find().address)) log += String((await once(child.stderr, "data"))[0]);
    expect(log).not.toContain(SECRET);
    expect(log).toContain("The environment sets SLACK_DISCORD_TOKEN, which the bot does not know");
    const { address } = find();
    const readiness = await fetch(`${address}/readyz`);
    expect([readiness.status, await readiness.json()]).toEqual([503, { [platform.toLowerCase()]: false }]);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("ends when its reader goes away", async () => {
    const child = start("main", []);
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.write("what-is-mulch\n");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
