import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parse, populate } from "dotenv";
import { BotError } from "./errors.ts";

const FILE = ".env";

/**
 * Adds what the file `.env` sets, where there is one, to an environment; what is set already stays as it is.
 * @throws {BotError} when there is one that cannot be read: without its tokens the bot would start as another one
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
    const hint =
      "It has to be a file that whoever starts the bot may read; Docker makes a folder of one that it does not find.";
    throw new BotError(`The file ${FILE} cannot be read (${code}).`, hint, { cause });
  }
}
