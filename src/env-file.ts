import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parse, populate } from "dotenv";
import { BotError } from "./errors.ts";

const FILE = ".env";

/**
 * Adds the variables of the file `.env`, if there is one, to an environment; those already set stay as they are.
 * @throws {BotError} when the file cannot be read: without its tokens the bot would start on other platforms than meant
 */
export function loadEnvFile(env: NodeJS.ProcessEnv): void {
  const bytes = readEnvFile();
  if (!isUtf8(bytes)) {
    throw new BotError(
      `The file ${FILE} is not in UTF-8.`,
      "Save it again as UTF-8; Windows PowerShell writes UTF-16.",
    );
  }
  populate(env as Record<string, string>, parse(bytes));
}

function readEnvFile(): Buffer {
  try {
    return readFileSync(FILE);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return Buffer.alloc(0);
    const hint = "Make it a file that whoever starts the bot may read; Docker mounts a folder where there is none.";
    throw new BotError(`The file ${FILE} cannot be read (${code}).`, hint, { cause });
  }
}
