import { request } from "undici";
import * as z from "zod";
import { parseJson } from "../../shared/parse-json.ts";

/** An answer of a response_url other than success. */
export class ResponseUrlError extends Error {
  override readonly name = "ResponseUrlError";
  readonly status: number;
  /** Not a number where Slack does not say. */
  readonly retryAfterSeconds: number;
  /** Slack's code for it. */
  readonly code: string;

  constructor(status: number, retryAfterSeconds: number, code: string) {
    super(`The response_url answered ${status} ${code}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.code = code;
  }
}

/** Slack answers `ok`, as plain text, where it takes a message, and sometimes JSON where it does not. */
const refusalSchema = z.object({ ok: z.literal(false), error: z.string() });

/**
 * Posts to the address that came with an interaction. Bolt's own `respond` has no timeout and hides why it failed.
 * @param timeout in milliseconds
 * @throws {ResponseUrlError} when Slack does not take it
 */
export async function postToResponseUrl(url: string, payload: object, timeout: number): Promise<void> {
  const { statusCode, headers, body } = await request(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(timeout),
  });
  const refusal = refusalSchema.safeParse(parseJson(await body.text())).data;
  if (statusCode >= 200 && statusCode < 300 && !refusal) return;
  const retryAfter = Number(headers["retry-after"]);
  throw new ResponseUrlError(statusCode, retryAfter, refusal?.error ?? `http_${statusCode}`);
}
