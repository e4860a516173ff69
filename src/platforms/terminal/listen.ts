import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";
import type { Output } from "./style.ts";

/** Where the user types: a terminal, or a file or pipe. */
export type Input = Readable & { isTTY?: boolean };

/** What to do with what the user types. */
export interface ListenOptions {
  input: Input;
  output: Output;
  /** What stands before the cursor; shown in a terminal only. */
  prompt: string;
  /** Words that the tab key completes. */
  completions: readonly string[];
  /** Called with each message: a line, or all the lines of a text that was pasted. */
  onMessage: (message: string) => void;
  /** Called once, after Ctrl-C, Ctrl-D, the end of the input, or `close`. */
  onEnd: () => void;
}

/** What reads the user's messages. */
export interface Listener {
  /** Whether a person sits in front of it. */
  readonly isInteractive: boolean;
  /** Shows the prompt, where there is one. */
  prompt(): void;
  /** Stops listening and gives the terminal back. */
  close(): void;
}

/** Earlier messages that the arrow keys bring back. */
const HISTORY_SIZE = 500;
/** Has the terminal mark what is pasted, so that its lines are not taken for separate messages. */
const MARK_PASTES = "\u001b[?2004h";
const DO_NOT_MARK_PASTES = "\u001b[?2004l";

/** Reads messages from a terminal, with line editing and history, or line by line from anything else. */
export function listen({ input, output, prompt, completions, onMessage, onEnd }: ListenOptions): Listener {
  const isInteractive = Boolean(input.isTTY && output.isTTY);
  const readline = createInterface({
    input,
    output,
    prompt,
    terminal: isInteractive,
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer: (line: string) => [completions.filter((word) => line !== "" && word.startsWith(line)), line],
  });
  let isOpen = true;
  const close = () => readline.close();
  const pastes = watchPastes(readline, input);
  readline.on("line", (line) => {
    const message = pastes.add(line);
    // Lines that came in together with the last one are still emitted after the end.
    if (message !== undefined && isOpen) onMessage(message);
  });
  readline.on("SIGINT", close);
  // A reader that goes away, or a terminal that is torn down, ends the chat.
  input.on("error", close);
  output.on("error", close);
  readline.once("close", () => {
    isOpen = false;
    if (isInteractive) output.write(DO_NOT_MARK_PASTES);
    onEnd();
  });
  if (isInteractive) output.write(MARK_PASTES);

  return {
    isInteractive,
    prompt() {
      if (isInteractive && isOpen) readline.prompt();
    },
    close,
  };
}

/** Gathers the lines of a pasted text; they become a message with the line that the user ends by pressing Enter. */
function watchPastes(readline: Interface, input: Input) {
  let isPasting = false;
  let lines: string[] = [];
  const onKey = (_text: string | undefined, key: { name?: string } | undefined) => {
    if (key?.name === "paste-start") isPasting = true;
    if (key?.name === "paste-end") isPasting = false;
  };
  input.on("keypress", onKey);
  readline.once("close", () => input.off("keypress", onKey));

  return {
    /** Takes a line; gives the message that it completes. */
    add(line: string): string | undefined {
      lines.push(line);
      if (isPasting) return undefined;
      const message = lines.join("\n");
      lines = [];
      return message;
    },
  };
}
