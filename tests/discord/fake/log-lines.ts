import { EventEmitter, once } from "node:events";
import { type Logger, pino } from "pino";

/** A log that is kept, and can be waited for. */
export interface LogLines {
  log: Logger;
  /** One JSON object a line. */
  lines: readonly string[];
  /** The first line that matches, once there is one. */
  find(pattern: RegExp): Promise<string>;
}

export function createLogLines(): LogLines {
  const lines: string[] = [];
  const happenings = new EventEmitter();
  const write = (line: string) => {
    lines.push(line);
    happenings.emit("line");
  };
  return {
    log: pino({ level: "debug", base: null }, { write }),
    lines,
    async find(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line));
        if (found) return found;
        await once(happenings, "line");
      }
    },
  };
}
