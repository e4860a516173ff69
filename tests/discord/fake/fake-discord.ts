import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GatewayDispatchEvents } from "discord.js";
import { createGateway, type FakeGateway } from "./gateway.ts";
import { createRest, type FakeRest } from "./rest.ts";

/** Discord, on loopback: its gateway, its REST API, and its interactions over HTTP. */
export interface FakeDiscord {
  /** Base of the REST API. */
  apiUrl: string;
  publicKey: string;
  gateway: FakeGateway;
  rest: FakeRest;
  /** Sends an interaction through the gateway, created so many milliseconds ago. */
  interact(interaction: { id: string; token: string }, age?: number): void;
  /** Sends an interaction over HTTP, signed unless said otherwise. */
  post(url: string, body: unknown, options?: PostOptions): Promise<{ status: number; body: unknown }>;
  /** Nothing answers any more until `restore`. */
  fail(): Promise<void>;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostOptions {
  /** Headers in place of the right ones. */
  headers?: Record<string, string>;
  /** When it was signed, in seconds; by default now. */
  timestamp?: string;
}

export interface FakeDiscordOptions {
  /** Between two heartbeats, in milliseconds. */
  heartbeat?: number;
  /** How many connections it recommends. */
  shards?: number;
  /** How many new connections it still takes today. */
  sessions?: number;
  /** Takes bodies as they come, for measurements beside other clients. */
  isLenient?: boolean;
  /** Where it says that its gateway is. */
  gatewayUrl?: string;
}

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const keys = generateKeyPairSync("ed25519");
  const publicKey = Buffer.from(String(keys.publicKey.export({ format: "jwk" }).x), "base64url").toString("hex");
  let port = 0;
  const gatewayUrl = () => options.gatewayUrl ?? `ws://127.0.0.1:${port}`;
  const { shards = 1, sessions = 1000, isLenient } = options;
  const rest = createRest({ gatewayUrl, shards, sessions, publicKey, isLenient });
  const server = createServer((request, response) => {
    rest.handle(request, response).catch(() => response.destroy());
  });
  const listen = async () => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  };
  await listen();
  const gateway = createGateway(server, { url: gatewayUrl, heartbeat: options.heartbeat ?? 45_000 });
  const fail = async () => {
    gateway.cut();
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    publicKey,
    gateway,
    rest,
    interact(interaction, age = 0) {
      rest.expect(interaction, age);
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction);
    },
    async post(url, payload, { headers, timestamp = secondsAgo(0) } = {}) {
      const body = typeof payload === "string" ? payload : JSON.stringify(payload);
      const signature = sign(null, Buffer.from(timestamp + body), keys.privateKey).toString("hex");
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp, ...headers },
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as unknown) : text };
    },
    fail,
    restore: listen,
    async stop() {
      gateway.stop();
      if (server.listening) await fail();
    },
  };
}

/** A time as Discord writes it in a header. */
export function secondsAgo(seconds: number): string {
  return String(Math.floor(Date.now() / 1000) - seconds);
}
