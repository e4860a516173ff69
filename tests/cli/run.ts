import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The programs run here: its folder `knowledge` holds the small pack of the tests, and it has no `.env`. */
export const FOLDER = fileURLToPath(new URL("../fixtures", import.meta.url));

/** The arguments of Node that run a program of the product, whichever folder it runs in. */
export function programArguments(program: "ask" | "main", args: readonly string[]): string[] {
  const file = fileURLToPath(new URL(`../../src/${program}.ts`, import.meta.url));
  return ["--import", import.meta.resolve("tsx"), file, ...args];
}

/** The environment without anything that this machine may have set up for the bot. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...more };
}

/** Starts a program of the product. */
export function start(
  program: "ask" | "main",
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = FOLDER,
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, programArguments(program, args), { cwd, env: environment(env) });
}

export interface RunOptions {
  input?: string | Buffer;
  env?: Readonly<Record<string, string>>;
  /** The folder that it runs in. */
  cwd?: string;
}

/** Runs a program of the product to its end. */
export async function run(
  program: "ask" | "main",
  args: readonly string[],
  { input = "", env = {}, cwd }: RunOptions = {},
): Promise<{ exitCode: number | null; output: string; errors: string }> {
  const child = start(program, args, env, cwd);
  child.stdin.on("error", () => {
    // The program may end without reading all of its input.
  });
  child.stdin.end(input);
  const [output, errors, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { exitCode, output, errors };
}
