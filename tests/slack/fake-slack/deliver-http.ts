import { createHmac } from "node:crypto";

export const SIGNING_SECRET = "fake-signing-secret";

export interface Delivery {
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
  /** Sent as it is. */
  raw?: string;
  /** Seconds by which the sender's clock is wrong. */
  skew?: number;
  secret?: string;
  headers?: Record<string, string>;
}

/** A signed request, as Slack sends it: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signed(
  base: string,
  { json, form, raw, skew = 0, secret = SIGNING_SECRET, headers }: Delivery,
): Request {
  const body = raw ?? (form ? new URLSearchParams(form).toString() : JSON.stringify(json));
  const timestamp = String(Math.floor(Date.now() / 1000) + skew);
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  return new Request(`${base}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": form ? "application/x-www-form-urlencoded" : "application/json",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signature,
      ...headers,
    },
    // Slack's deadline.
    signal: AbortSignal.timeout(3_000),
  });
}
