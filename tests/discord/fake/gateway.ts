import { EventEmitter, once } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import * as z from "zod";
import { BOT, SERVER, snowflake, TOKEN } from "./ids.ts";

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const frameSchema = z.object({ op: z.number(), d: z.unknown() });
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number(), z.number()]),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

interface Session {
  id: string;
  socket: WebSocket;
  /** Number of the shard and number of shards. */
  shard: readonly [number, number];
  /** Everything that was sent, for those who resume. */
  events: { op: number; s: number; t: string; d: unknown }[];
}

/** Discord's gateway: sessions that can be resumed, heartbeats, and every way to lose a connection. */
export interface FakeGateway {
  /** Sends an event to the session that it is for; one that is away gets it when it resumes. */
  dispatch(t: string, d: unknown): void;
  /** Sends a frame as it is, as text unless said otherwise. */
  send(frame: string | Buffer, binary?: boolean): void;
  /** Says what it sends in the place of its greeting, or of the event READY; without a frame, nothing. */
  replace(what: "hello" | "ready", frame?: unknown): void;
  /** Claims to send a frame of so many bytes. */
  announce(bytes: number): void;
  close(code: number): void;
  /** Cuts the connections without a word. */
  cut(): void;
  requestReconnect(): void;
  /** Knows no session any more; whoever wants to resume one is told so. */
  forget(): void;
  /** From now on closes whoever identifies or resumes with this code; without one, nobody any more. */
  refuse(code?: number): void;
  /** Stops to acknowledge heartbeats, or starts again. */
  mute(isMute: boolean): void;
  /** How many clients have identified, resumed and been turned away so far. */
  counts: { identified: number; resumed: number; refused: number };
  /** Resolves once the next client has identified, resumed or been turned away. */
  next(what: "identified" | "resumed" | "refused"): Promise<void>;
  /** Which shards are connected, such as `0/2`. */
  shards(): string[];
  stop(): void;
}

export function createGateway(server: Server, options: { url: () => string; heartbeat: number }): FakeGateway {
  const sockets = new WebSocketServer({ server });
  const connections = new Set<Socket>();
  const sessions = new Map<string, Session>();
  const happenings = new EventEmitter();
  const counts = { identified: 0, resumed: 0, refused: 0 };
  let refusal: number | undefined;
  let isMute = false;
  const replacements = new Map<"hello" | "ready", unknown>();

  const happen = (what: keyof typeof counts) => {
    counts[what]++;
    happenings.emit(what);
  };
  const send = (session: Session, t: string, d: unknown) => {
    const event = { op: GatewayOpcodes.Dispatch, s: session.events.length + 1, t, d };
    session.events.push(event);
    write(session.socket, event);
  };
  const turnAway = (socket: WebSocket, code: number) => {
    socket.close(code);
    happen("refused");
  };

  const identify = (socket: WebSocket, data: unknown) => {
    const { token, intents, shard } = identifySchema.parse(data);
    const code = refusal ?? refusalOf(token, intents);
    if (code !== undefined) {
      turnAway(socket, code);
      return;
    }
    const session: Session = { id: snowflake(), socket, shard, events: [] };
    sessions.set(session.id, session);
    if (replacements.has("ready")) write(socket, replacements.get("ready"));
    else send(session, GatewayDispatchEvents.Ready, ready(session.id, options.url()));
    happen("identified");
  };

  const resume = (socket: WebSocket, data: unknown) => {
    const { token, session_id, seq } = resumeSchema.parse(data);
    const session = sessions.get(session_id);
    if (refusal !== undefined || token !== TOKEN) turnAway(socket, refusal ?? GatewayCloseCodes.AuthenticationFailed);
    else if (!session) write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    else {
      session.socket = socket;
      for (const event of session.events.slice(seq)) write(socket, event);
      send(session, GatewayDispatchEvents.Resumed, {});
      happen("resumed");
    }
  };

  sockets.on("connection", (socket, { socket: connection }) => {
    socket.on("error", () => undefined);
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
    socket.on("message", (data) => {
      const { op, d } = frameSchema.parse(JSON.parse(String(data)));
      if (op === GatewayOpcodes.Identify) identify(socket, d);
      else if (op === GatewayOpcodes.Resume) resume(socket, d);
      else if (op === GatewayOpcodes.Heartbeat && !isMute) write(socket, { op: GatewayOpcodes.HeartbeatAck });
    });
    const hello = { op: GatewayOpcodes.Hello, d: { heartbeat_interval: options.heartbeat } };
    write(socket, replacements.has("hello") ? replacements.get("hello") : hello);
  });

  return {
    counts,
    dispatch(t, d) {
      for (const session of sessions.values()) if (isFor(session, d)) send(session, t, d);
    },
    send(frame, binary = false) {
      for (const socket of sockets.clients) socket.send(frame, { binary });
    },
    replace(what, frame) {
      if (frame === undefined) replacements.delete(what);
      else replacements.set(what, frame);
    },
    announce(bytes) {
      const header = Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
      header.writeBigUInt64BE(BigInt(bytes), 2);
      for (const connection of connections) connection.write(header);
    },
    close(code) {
      for (const socket of sockets.clients) socket.close(code);
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
    requestReconnect() {
      for (const socket of sockets.clients) write(socket, { op: GatewayOpcodes.Reconnect, d: null });
    },
    forget() {
      sessions.clear();
    },
    refuse(code) {
      refusal = code;
    },
    mute(value) {
      isMute = value;
    },
    async next(what) {
      await once(happenings, what);
    },
    shards: () => [...sessions.values()].filter(isConnected).map(({ shard }) => shard.join("/")),
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** https://discord.com/developers/docs/events/gateway#sharding-sharding-formula */
function isFor({ shard: [number, count] }: Session, data: unknown): boolean {
  const { guild_id = "0" } = z.object({ guild_id: z.string().optional() }).catch({}).parse(data);
  return (BigInt(guild_id) >> 22n) % BigInt(count) === BigInt(number);
}

function isConnected({ socket }: Session): boolean {
  return socket.readyState === socket.OPEN;
}

function write(socket: WebSocket, frame: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}

function refusalOf(token: string, intents: number): number | undefined {
  if (token !== TOKEN) return GatewayCloseCodes.AuthenticationFailed;
  return (intents & PRIVILEGED) === 0 ? undefined : GatewayCloseCodes.DisallowedIntents;
}

function ready(session: string, url: string) {
  return {
    v: 10,
    user: { id: BOT, username: "helper", discriminator: "0000", global_name: null, avatar: null, bot: true },
    guilds: [{ id: SERVER, unavailable: true }],
    session_id: session,
    resume_gateway_url: url,
    application: { id: BOT, flags: 0 },
  };
}
