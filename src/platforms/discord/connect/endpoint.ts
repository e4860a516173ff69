import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { Logger } from "../../../log.ts";
import type { HttpHandler, HttpRequest } from "../../http/routes.ts";
import { createFreshnessCheck, isTimestamp } from "../../shared/freshness.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { createThrottle } from "../../shared/throttle.ts";
import type { Deliver } from "../deliver/deliver.ts";
import { addresseeOf, readInteraction } from "../listen/interaction.ts";
import type { Respond } from "../listen/respond.ts";
import { apology, isMessage } from "../render/response.ts";

/** Where Discord sends interactions over HTTP: the Interactions Endpoint URL of the Developer Portal ends in it. */
export const ENDPOINT = "/discord/interactions";

const HINT =
  "Their signature is wrong. Nothing to do: Discord sends such ones on purpose, to see that they are refused, and strangers may.";

/** What the endpoint checks requests against, and answers with. */
export interface EndpointOptions {
  /** The application's, in hexadecimal digits. */
  publicKey: string;
  respond: Respond;
  deliver: Deliver;
  log: Logger;
}

/**
 * Answers interactions over HTTP, each by itself, so any number of processes may share the work. An answer with a
 * picture goes through the REST API: an HTTP response may not be that large, and allows no second try.
 */
export function createEndpoint({ publicKey, respond, deliver, log }: EndpointOptions): HttpHandler {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const isFresh = createFreshnessCheck(log);
  const tellOfRefusal = createThrottle((requests) => log.info({ requests, hint: HINT }, "Requests were refused"));

  const isGenuine = (request: HttpRequest): boolean => {
    const timestamp = request.headers["x-signature-timestamp"];
    if (isTimestamp(timestamp) && isSigned(request, timestamp, key)) return isFresh(timestamp);
    tellOfRefusal();
    return false;
  };

  return (request) => {
    if (!isGenuine(request)) return { status: 401, body: "The signature is wrong or old." };
    const data = parseJson(request.body.toString());
    const interaction = readInteraction(data);
    if (!interaction) {
      log.warn("Discord sent an interaction over HTTP that cannot be read: is the bot up to date?");
      if (addresseeOf(data)) return { status: 200, body: apology() };
      return { status: 400, body: "The interaction cannot be read." };
    }
    const response = respond(interaction);
    if (!isMessage(response) || !response.data.files) return { status: 200, body: response };
    deliver.respond(interaction, response);
    return { status: 202 };
  };
}

/** Whether a request is signed for its time, whenever that is. */
function isSigned({ headers, body }: HttpRequest, timestamp: string, key: KeyObject): boolean {
  const signature = headers["x-signature-ed25519"];
  if (typeof signature !== "string") return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
