import { webApi } from "@slack/bolt";
import { ResponseUrlError } from "./response-url.ts";

/** Why a call to Slack failed. */
export interface Failure {
  /** Slack's code for it, such as `not_in_channel`, or `http_500`, `no_code`, `timeout`, or a code of the network. */
  code: string;
  /** Milliseconds to wait before the next attempt, where Slack said so. */
  retryAfter?: number | undefined;
  /** The cause passes: the same call may work a moment later. */
  isPassing: boolean;
  /** The call may have had its effect: Slack neither took nor refused it. */
  isUnclear: boolean;
}

/** Slack's codes for a token that will not work again. */
export const REFUSED_TOKEN: ReadonlySet<string> = new Set([
  "account_inactive",
  "invalid_auth",
  "not_allowed_token_type",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** Slack's codes for a message whose blocks or length it does not take. */
export const UNREADABLE: ReadonlySet<string> = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
]);

const PASSING = new Set([
  "service_unavailable",
  "ratelimited",
  // The network: no connection was made, so nothing was sent.
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Errors of Slack's servers; with these, it says, “some aspect of the operation” may have succeeded. */
const BROKEN = new Set(["internal_error", "fatal_error"]);

/** What Slack's codes look like. */
const CODE = /^\w+$/;

/** What the client throws where Slack limits the rate without saying for how long. */
const LIMIT_WITHOUT_END = /^Retry header did not contain a valid timeout/;

/** Reads what a call to Slack threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIPlatformError) return failure(error.data.error);
  if (error instanceof webApi.WebAPIRateLimitedError) return limited(error.retryAfter);
  if (error instanceof webApi.WebAPIHTTPError) return failureOfStatus(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError) return failureOfNetwork(error.original);
  if (error instanceof ResponseUrlError) return failureOfResponse(error);
  if (error instanceof Error && LIMIT_WITHOUT_END.test(error.message)) return limited();
  return failureOfNetwork(error);
}

/**
 * @param code as it came; what does not look like a code is not from Slack, which may have got the call nevertheless
 */
function failure(code: unknown): Failure {
  if (typeof code !== "string" || !CODE.test(code)) return { code: "no_code", isPassing: false, isUnclear: true };
  const isBroken = BROKEN.has(code);
  return { code, isPassing: isBroken || PASSING.has(code), isUnclear: isBroken };
}

/** @param seconds to wait, where Slack says so */
function limited(seconds = Number.NaN): Failure {
  const limit = { code: "ratelimited", isPassing: true, isUnclear: false };
  return Number.isNaN(seconds) ? limit : { ...limit, retryAfter: seconds * 1000 };
}

function failureOfResponse({ status, retryAfterSeconds, code }: ResponseUrlError): Failure {
  if (status === 429) return limited(retryAfterSeconds);
  return status >= 500 ? failureOfStatus(status) : failure(code);
}

function failureOfStatus(status: number): Failure {
  // 503 says that nothing was done; the others do not say.
  return { code: `http_${status}`, isPassing: status >= 500, isUnclear: status >= 500 && status !== 503 };
}

/** What `fetch` throws names its reason only in its cause. */
function failureOfNetwork(error: unknown): Failure {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = errorCode(cause) ?? "unknown";
  return { code, isPassing: PASSING.has(code), isUnclear: !PASSING.has(code) };
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "TimeoutError") return "timeout";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
