import { REST, RESTEvents } from "discord.js";
import type { Logger } from "../../log.ts";
import type { Timing } from "./timing.ts";

/** Refused calls after which the log warns; Discord bans an address with 10,000 of them in 10 minutes. */
const REFUSALS_TO_WARN_OF = 500;

/** Clients of Discord's REST API, each with the patience that its calls can have. */
export interface Rests {
  /** For answers to interactions, which are due within 3 seconds and carry a token of their own. */
  responses: REST;
  /** For those with a picture: Discord takes its time with one, and where that is too long, the answer goes without it. */
  uploads: REST;
  /** For everything else. */
  calls: REST;
}

/** @param apiUrl base of the REST API; Discord's own by default */
export function createRests(apiUrl: string | undefined, log: Logger, timing: Timing): Rests {
  const common = { ...(apiUrl && { api: baseUrl(apiUrl) }), invalidRequestWarningInterval: REFUSALS_TO_WARN_OF };
  const responses = new REST({
    ...common,
    timeout: timing.response,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > timing.longestResponseWait,
  });
  const uploads = new REST({ ...common, timeout: timing.upload, retries: 0, rejectOnRateLimit: () => true });
  const calls = new REST({
    ...common,
    timeout: timing.call / 3,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > timing.longestCallWait,
  });
  for (const rest of [responses, uploads, calls]) {
    rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) => {
      log.warn({ route, retryAfter }, "Discord limits the rate of the bot's messages");
    });
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      log.error({ count, remainingTime }, "Discord has refused many calls and will ban this address if it goes on");
    });
  }
  return { responses, uploads, calls };
}

/** The base of the REST API; the client adds the version itself. */
export function baseUrl(apiUrl: string): string {
  return apiUrl.replace(/\/+$/, "").replace(/\/v\d+$/, "");
}
