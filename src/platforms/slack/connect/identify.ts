import type { webApi } from "@slack/bolt";
import { BotError } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { hintFor } from "../deliver/hints.ts";
import { SCOPES } from "../manifest.ts";
import type { Timing } from "../timing.ts";
import { reach } from "./reach.ts";

/** Who the bot is in its workspace. */
export interface Identity {
  /** Id of its user, as in mentions. */
  user: string;
  /** Id by which its own messages are known. */
  bot: string;
  /** Names of its user and the workspace, for the log. */
  names: { name?: string | undefined; workspace?: string | undefined };
}

/**
 * Asks Slack who the bot is, again and again until it is reached. Returns undefined if aborted.
 * @throws {BotError} when Slack refuses the token
 */
export async function identify(
  web: webApi.WebClient,
  { timing, log, signal }: { timing: Timing; log: Logger; signal: AbortSignal },
): Promise<Identity | undefined> {
  const onRefused = (code: string) => {
    throw new BotError(`Slack refuses SLACK_BOT_TOKEN (${code}).`, hintFor(code));
  };
  const result = await reach(() => web.auth.test(), { timing, log, signal, onRefused });
  if (!result) return undefined;
  warnOfMissingScopes(result.response_metadata?.scopes, log);
  const names = { name: result.user, workspace: result.team };
  return { user: result.user_id ?? "", bot: result.bot_id ?? "", names };
}

/** Slack sends the token's scopes with every answer; a server that stands in for Slack may not. */
function warnOfMissingScopes(granted: readonly string[] | undefined, log: Logger): void {
  const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) log.warn({ missing, hint: hintFor("missing_scope") }, "The Slack app lacks scopes");
}
