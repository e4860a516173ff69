import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from "discord.js";
import type { Logger } from "../../../log.ts";
import type { Timing } from "../timing.ts";

/** Refused calls after which the log warns; Discord bans an address with 10,000 of them in 10 minutes. */
const REFUSALS_TO_WARN_OF = 500;

/** Seconds to wait where Discord, or something in between, limits the rate but does not say for how long. */
const UNSAID_WAIT = 1;

/** Clients of Discord's REST API, each with the patience that its calls can have. */
export interface RestClients {
  /** For answers to interactions, which are due within 3 seconds and carry a token of their own. */
  responses: REST;
  /** For those with a picture: Discord takes its time with one, and where that is too long, the answer goes without it. */
  uploads: REST;
  /** For everything else. */
  calls: REST;
}

/**
 * What every client has in common.
 * @param apiUrl base of the REST API; Discord's own by default
 */
export function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    // The client adds the version itself.
    ...(apiUrl && { api: apiUrl.replace(/\/+$/, "").replace(/\/v\d+$/, "") }),
    async makeRequest(url, init) {
      const response = await DefaultRestOptions.makeRequest(url, await withPlainBody(init));
      // By itself, the client would try again at once, and go on like that for ever.
      const isUnsaid = response.status === 429 && !(Number(response.headers.get("retry-after")) > 0);
      if (isUnsaid) response.headers.set("retry-after", String(UNSAID_WAIT));
      return response;
    },
  };
}

type RequestOptions = Parameters<RESTOptions["makeRequest"]>[1];

/**
 * A request whose form, if it has one, is written out. The client leaves that to whichever version of its HTTP library
 * was loaded first, which with Slack's client beside it is another one, and cannot read its forms.
 */
async function withPlainBody(init: RequestOptions): Promise<RequestOptions> {
  if (!(init.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const type = form.headers.get("content-type") ?? "";
  return { ...init, body: await form.arrayBuffer(), headers: { ...init.headers, "content-type": type } };
}

/** @param apiUrl base of the REST API; Discord's own by default */
export function createRestClients(apiUrl: string | undefined, log: Logger, timing: Timing): RestClients {
  const common = { ...restOptions(apiUrl), invalidRequestWarningInterval: REFUSALS_TO_WARN_OF };
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
