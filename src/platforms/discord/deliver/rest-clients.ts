import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from "discord.js";
import type { Logger } from "../../../log.ts";
import type { Timing } from "../timing.ts";

/** Refused calls after which the log warns; Discord bans an address with 10,000 of them in 10 minutes. */
const REFUSALS_TO_WARN_OF = 500;

/** Seconds to wait where a rate limit does not say for how long. */
const UNSAID_WAIT = 1;

/** Clients of Discord's REST API, each with the timeouts and retries that its calls allow. */
export interface RestClients {
  /** For answers to interactions, which are due within 3 seconds and carry a token of their own. */
  responses: REST;
  /** For answers with a picture, which take Discord longer: one try, after which the answer goes without it. */
  uploads: REST;
  /** For everything else. */
  calls: REST;
}

/**
 * Options for all calls but the answers to interactions: none waits for long without a word.
 * @param apiUrl base of the REST API; Discord's own by default
 */
export function callOptions(apiUrl: string | undefined, timing: Timing): Partial<RESTOptions> {
  return {
    ...restOptions(apiUrl),
    timeout: timing.call / 3,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > timing.longestCallWait,
  };
}

/** Options that all clients share. */
function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    invalidRequestWarningInterval: REFUSALS_TO_WARN_OF,
    // The client adds the version itself.
    ...(apiUrl && { api: apiUrl.replace(/\/+$/, "").replace(/\/v\d+$/, "") }),
    async makeRequest(url, init) {
      const response = await DefaultRestOptions.makeRequest(url, await withPlainBody(init));
      // Without a time, the client would try again at once, for ever.
      const isUnsaid = response.status === 429 && !(Number(response.headers.get("retry-after")) > 0);
      if (isUnsaid) response.headers.set("retry-after", String(UNSAID_WAIT));
      return response;
    },
  };
}

type RequestOptions = Parameters<RESTOptions["makeRequest"]>[1];

/**
 * Serializes a request's form, if it has one. discord.js leaves that to whichever version of undici was loaded first:
 * beside Slack's client that is another one, which cannot read discord.js's forms.
 */
async function withPlainBody(init: RequestOptions): Promise<RequestOptions> {
  if (!(init.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const type = form.headers.get("content-type") ?? "";
  return { ...init, body: await form.arrayBuffer(), headers: { ...init.headers, "content-type": type } };
}

/**
 * The clients, which log where Discord limits or refuses calls.
 * @param apiUrl base of the REST API; Discord's own by default
 */
export function createRestClients(apiUrl: string | undefined, log: Logger, timing: Timing): RestClients {
  const common = restOptions(apiUrl);
  const responses = new REST({
    ...common,
    timeout: timing.response,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > timing.longestResponseWait,
  });
  const uploads = new REST({ ...common, timeout: timing.upload, retries: 0, rejectOnRateLimit: () => true });
  const calls = new REST(callOptions(apiUrl, timing));
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
