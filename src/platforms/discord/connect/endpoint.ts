import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { Logger } from "../../../log.ts";
import type { HttpHandler, HttpRequest } from "../../http/routes.ts";
import { isFresh } from "../../shared/freshness.ts";
import { parseJson } from "../../shared/parse-json.ts";
import type { Deliver } from "../deliver/deliver.ts";
import { addresseeOf, readInteraction } from "../listen/interaction.ts";
import type { Respond } from "../listen/respond.ts";
import { apology, isMessage } from "../render/response.ts";

/** Where Discord sends interactions over HTTP: the Interactions Endpoint URL of the Developer Portal ends in it. */
export const ENDPOINT = "/discord/interactions";

export interface EndpointOptions {
  /** Of the application, in hexadecimal digits. */
  publicKey: string;
  respond: Respond;
  deliver: Deliver;
  log: Logger;
}

/**
 * Answers interactions over HTTP, each by itself: any number of processes may share the work. An answer with a picture
 * goes through the REST API, as the response may not be that large, and would leave no other try.
 */
export function createEndpoint({ publicKey, respond, deliver, log }: EndpointOptions): HttpHandler {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return (request) => {
    // Discord sends wrong signatures on purpose, and accepts only an endpoint that refuses them.
    if (!isSigned(request, key)) return { status: 401, body: "The signature is wrong or old." };
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

function isSigned({ headers, body }: HttpRequest, key: KeyObject): boolean {
  const signature = headers["x-signature-ed25519"];
  const timestamp = headers["x-signature-timestamp"];
  if (typeof signature !== "string" || typeof timestamp !== "string" || !isFresh(timestamp)) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
