import { EventEmitter, once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { environment, FOLDER, programArguments } from "../cli/run.ts";

/** A chat in a pseudo-terminal, as a person has it before them. */
export interface TerminalChat {
  /** Sends keys; `\r` is Enter. */
  type(keys: string): void;
  resize(columns: number): void;
  /** Resolves with all that was shown since the last call, once a text is among it. Rejects when the chat ends first. */
  until(text: string): Promise<string>;
  /** Resolves with the exit code. */
  ended: Promise<number>;
  /** All that was written so far, with its control sequences. */
  raw(): string;
}

export const KEYS = { up: "\u001b[A", ctrlC: "\u0003", ctrlD: "\u0004", tab: "\t" } as const;
const ROWS = 40;

/** Opens the chat in a terminal, and waits until it is ready. */
export async function openChat({
  columns = 80,
  env = {},
}: {
  columns?: number;
  env?: Readonly<Record<string, string>>;
} = {}): Promise<TerminalChat> {
  const child = spawn(process.execPath, programArguments("main", []), {
    cwd: FOLDER,
    cols: columns,
    rows: ROWS,
    name: "xterm-256color",
    env: environment(env),
  });
  const output = new EventEmitter();
  let raw = "";
  let seen = 0;
  child.onData((data) => {
    raw += data;
    output.emit("more");
  });
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));

  const chat: TerminalChat = {
    type: (keys) => child.write(keys),
    resize: (newColumns) => child.resize(newColumns, ROWS),
    async until(text) {
      for (;;) {
        const shown = stripVTControlCharacters(raw.slice(seen)).replaceAll("\r", "");
        if (shown.includes(text)) {
          seen = raw.length;
          return shown;
        }
        const event = await Promise.race([once(output, "more"), ended]);
        if (typeof event === "number") throw new Error(`The chat ended without showing “${text}”:\n${shown}`);
      }
    },
    ended,
    raw: () => raw,
  };
  return chat;
}
