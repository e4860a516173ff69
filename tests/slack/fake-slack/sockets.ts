import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { createInbox } from "./inbox.ts";

/** Slack waits so long for an acknowledgement, in milliseconds. */
const DEADLINE = 3_000;

export interface Envelope {
  type: "events_api" | "slash_commands" | "interactive";
  payload: unknown;
  envelope_id?: string;
}

/** The server's side of Socket Mode. */
export function createSockets(server: Server, violations: string[]) {
  const open = createInbox<WebSocket>("socket");
  const acks = createInbox<{ envelope_id: string; payload?: unknown }>("acknowledgement");
  const websockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Duplex>();
  const behaviour: { saysHello: boolean; refusesUpgrade: boolean } = { saysHello: true, refusesUpgrade: false };

  server.on("upgrade", (request, socket, head) => {
    if (behaviour.refusesUpgrade) {
      socket.end("HTTP/1.1 409 Conflict\r\nconnection: close\r\n\r\n");
      return;
    }
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
    websockets.handleUpgrade(request, socket, head, (websocket) => {
      websocket.on("error", () => undefined);
      websocket.on("message", (data) => acks.add(JSON.parse(String(data))));
      if (behaviour.saysHello)
        websocket.send(JSON.stringify({ type: "hello", num_connections: websockets.clients.size }));
      open.add(websocket);
    });
  });

  const live = (): WebSocket => {
    const socket = open.all.findLast(({ readyState }) => readyState === 1);
    if (!socket) throw new Error("No socket is open");
    return socket;
  };

  return {
    behaviour,
    /** The sockets that were opened, in order. */
    open,
    live,
    /** Sends an envelope and takes its acknowledgement, which has to come in three seconds. */
    async deliver({ type, payload, envelope_id = randomUUID() }: Envelope, socket = live()): Promise<unknown> {
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== "events_api" }));
      const ack = await acks
        .take((candidate) => candidate.envelope_id === envelope_id, DEADLINE)
        .catch((error) => {
          violations.push(`${type} was not acknowledged in 3 seconds`);
          throw error;
        });
      return ack.payload;
    },
    /** Sends text as it is. */
    sendRaw(text: string | Buffer) {
      live().send(text);
    },
    /** Claims to send a frame of so many bytes. */
    announce(bytes: number) {
      const header = Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
      header.writeBigUInt64BE(BigInt(bytes), 2);
      for (const connection of connections) connection.write(header);
    },
    /** Asks for a new socket, as Slack does several times a day. */
    refresh(reason?: string) {
      live().send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "fake" } }));
    },
    /** Neither hears nor says anything any more, without closing. */
    fallSilent() {
      live().pause();
    },
    /** Cuts every socket without a goodbye. */
    cut() {
      for (const client of websockets.clients) client.terminate();
    },
    close() {
      for (const client of websockets.clients) client.terminate();
      websockets.close();
    },
  };
}
