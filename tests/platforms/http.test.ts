import { connect } from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { expect, it, onTestFinished } from "vitest";
import type { HttpReply } from "../../src/platforms/http/routes.ts";
import { createHttpServer } from "../../src/platforms/http/server.ts";

const log = pino({ level: "silent" });

async function startServer() {
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log });
  server.route("POST", "/echo", ({ headers, body }) => ({
    status: 200,
    body: { type: headers["content-type"], length: body.length },
  }));
  server.route("GET", "/text", () => ({ status: 200, body: "well" }));
  server.route("GET", "/fails", () => Promise.reject(new Error("secret detail")));
  await server.start();
  onTestFinished(() => server.stop());
  return { server, base: server.address() ?? "" };
}

it("serves what was routed, as JSON or as text", async () => {
  const { base } = await startServer();
  const echo = await fetch(`${base}/echo?query=1`, {
    method: "POST",
    body: "four",
    headers: { "content-type": "text/x" },
  });
  expect(await echo.json()).toEqual({ type: "text/x", length: 4 });
  expect(await (await fetch(`${base}/text`)).text()).toBe("well");
});

it("refuses paths, methods and sizes that it does not serve", async () => {
  const { base } = await startServer();
  expect((await fetch(`${base}/other`)).status).toBe(404);
  expect((await fetch(`${base}/echo`)).status).toBe(405);
  expect((await fetch(`${base}/echo`, { method: "POST", body: "x".repeat(2 ** 20 + 1) })).status).toBe(413);
});

it("says which methods it would take, where it refuses one", async () => {
  const { server, base } = await startServer();
  expect((await fetch(`${base}/echo`)).headers.get("allow")).toBe("POST");
  expect((await fetch(`${base}/text`, { method: "PUT" })).headers.get("allow")).toBe("GET, HEAD");
  server.route("GET", "/echo", () => ({ status: 200 }));
  expect((await fetch(`${base}/echo`, { method: "DELETE" })).headers.get("allow")).toBe("POST, GET, HEAD");
});

it("keeps the details of a failure to itself", async () => {
  const { base } = await startServer();
  const response = await fetch(`${base}/fails`);
  expect([response.status, await response.text()]).toEqual([500, ""]);
});

it("answers probes that ask for the head of a page alone", async () => {
  const { base } = await startServer();
  const response = await fetch(`${base}/healthz`, { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

it("lets the request under way finish when it stops, and does not keep its connection", async () => {
  const { server, base } = await startServer();
  let finish = (_reply: HttpReply) => {};
  const begun = new Promise<void>((resolve) => {
    server.route("GET", "/slow", () => {
      resolve();
      return new Promise((reply) => {
        finish = reply;
      });
    });
  });
  const answer = fetch(`${base}/slow`);
  await begun;
  const stopped = server.stop();
  finish({ status: 200, body: "done" });
  const response = await answer;
  expect(response.headers.get("connection")).toBe("close");
  expect(await response.text()).toBe("done");
  await stopped;
});

it("survives requests that are none", async () => {
  const { server, base } = await startServer();
  const port = Number(new URL(server.address() ?? "").port);
  const socket = connect(port, "127.0.0.1", () => socket.write("not HTTP\r\n\r\n"));
  await text(socket).catch(() => undefined);
  expect((await fetch(`${base}/text`)).status).toBe(200);
});

it("says whether the process is alive, and which of its parts are ready", async () => {
  const { server, base } = await startServer();
  expect(await (await fetch(`${base}/healthz`)).text()).toBe("ok");
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
  let isReady = false;
  server.reportReadiness("slack", () => isReady);
  const response = await fetch(`${base}/readyz`);
  expect([response.status, await response.json()]).toEqual([503, { slack: false }]);
  isReady = true;
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
});

it("says what to change when its address is taken, and somebody needs it", async () => {
  const { base } = await startServer();
  const second = createHttpServer({ host: "127.0.0.1", port: Number(new URL(base).port), log });
  second.route("POST", "/echo", () => ({ status: 200 }));
  await expect(second.start()).rejects.toMatchObject({ name: "BotError", hint: expect.stringContaining("PORT") });
});

it("only warns when its address is taken, and nobody needs it for more than health checks", async () => {
  const { base } = await startServer();
  const port = Number(new URL(base).port);
  const lines: string[] = [];
  const second = createHttpServer({ host: "127.0.0.1", port, log: pino({}, { write: (line) => lines.push(line) }) });
  await second.start();
  expect(second.address()).toBeUndefined();
  const reason = `Cannot listen on 127.0.0.1:${port} (EADDRINUSE).`;
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, reason, hint: expect.stringContaining("PORT") },
  ]);
  await second.stop();
});

it("stops without having been started", async () => {
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log });
  await expect(server.stop()).resolves.toBeUndefined();
  expect(server.address()).toBeUndefined();
});

it("says in the log where it listens", async () => {
  const lines: string[] = [];
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: pino({}, { write: (line) => lines.push(line) }) });
  await server.start();
  onTestFinished(() => server.stop());
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 30, address: server.address() }]);
});
