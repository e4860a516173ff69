import { createInterface } from "node:readline";
import { createLogger } from "../../src/log.ts";

/** Logs each line of input as the bot would: its fields, its message, and an error where it names one. */
const log = createLogger("trace");

for await (const line of createInterface({ input: process.stdin })) {
  const { fields, message, error } = JSON.parse(line) as { fields: object; message: string; error?: string };
  log.info(error === undefined ? fields : { ...fields, err: new Error(error) }, "%s", message);
}
