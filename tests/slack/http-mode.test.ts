import { expect, it, onTestFinished, vi } from "vitest";
import { type Delivery, signed } from "./fake-slack/deliver-http.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { start } from "./start.ts";

/** The adapter in HTTP mode, and a way to send to it. */
async function startHttp() {
  const harness = await start({ transport: "http" });
  const base = harness.http.address() ?? "";
  return { ...harness, base, post: (delivery: Delivery) => fetch(signed(base, delivery)) };
}

it("answers commands, events and presses over HTTP", async () => {
  const { slack, post, takeCall } = await startHttp();
  const command = await post({ form: payloads.command("what-is-compost", slack.createResponseUrl()) });
  expect([command.status, await command.text()]).toEqual([200, ""]);
  expect((await takeCall("response_url")).args.text).toContain("What is compost?");

  expect((await post({ json: payloads.mention("what-is-mulch") })).status).toBe(200);
  expect((await takeCall("chat.postMessage")).args.text).toContain("What is mulch?");

  const press = payloads.press(slack.createResponseUrl(), { action: { action_id: "read:0", value: "make-compost" } });
  expect((await post({ form: { payload: JSON.stringify(press) } })).status).toBe(200);
  expect((await takeCall("response_url")).args.text).toContain("ompost");
  expect(slack.violations).toEqual([]);
});

it("answers the search box in the reply itself", async () => {
  const { post } = await startHttp();
  const response = await post({ form: { payload: JSON.stringify(payloads.search("what-is-compost")) } });
  expect(await response.json()).toMatchObject({ response_action: "update", view: { type: "modal" } });
});

it("proves to Slack that the address is its own", async () => {
  const { post } = await startHttp();
  const response = await post({ json: { type: "url_verification", challenge: "abc" } });
  expect(await response.json()).toEqual({ challenge: "abc" });
  expect((await post({ form: { ssl_check: "1" } })).status).toBe(200);
});

it("acknowledges before it works", async () => {
  const { slack, post, takeCall } = await startHttp();
  slack.faults.plan("response_url", { status: 503 }, { times: 2 });
  const response = await post({ form: payloads.command("what-is-compost", slack.createResponseUrl()) });
  expect(response.status).toBe(200);
  expect(slack.calls.all.some(({ method }) => method === "response_url")).toBe(false);
  await takeCall("response_url");
});

const json = () => payloads.mention("what-is-compost");

it.each<[string, () => Delivery]>([
  ["a wrong signature", () => ({ json: json(), secret: "wrong" })],
  ["a signature of another body", () => ({ json: json(), headers: { "x-slack-signature": `v0=${"0".repeat(64)}` } })],
  ["a signature that is none", () => ({ json: json(), headers: { "x-slack-signature": "é" } })],
  ["an old timestamp", () => ({ json: json(), skew: -6 * 60 })],
  ["a timestamp of the future", () => ({ json: json(), skew: 6 * 60 })],
  ["a timestamp that is none", () => ({ json: json(), headers: { "x-slack-request-timestamp": "soon" } })],
  ["an empty timestamp", () => ({ json: json(), headers: { "x-slack-request-timestamp": "" } })],
])("refuses %s", async (_, delivery) => {
  const { slack, post, platform } = await startHttp();
  expect((await post(delivery())).status).toBe(401);
  await platform.stop();
  expect(slack.calls.all.map(({ method }) => method)).toEqual(["auth.test"]);
});

it("says in the log that it refused a request, and of many more once a minute, with their number", async () => {
  const { post, logged } = await startHttp();
  const refusals = () => logged.filter((line) => line.includes("SLACK_SIGNING_SECRET")).map((line) => JSON.parse(line));
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  for (let request = 0; request < 3; request += 1) await post({ json: json(), secret: "wrong" });
  expect(refusals()).toMatchObject([{ level: 40, requests: 1 }]);
  vi.advanceTimersByTime(60_000);
  await post({ json: json(), secret: "wrong" });
  expect(refusals()).toMatchObject([{ requests: 1 }, { level: 40, requests: 3 }]);
});

it.each([-3_600, 3_600])(
  "says in the log that its clock may be wrong where what is rightly signed is off by %i s",
  async (skew) => {
    const { post, logged } = await startHttp();
    await post({ json: json(), skew, secret: "wrong" });
    const isOfClock = (line: string) => line.includes("clock");
    expect(logged.filter(isOfClock)).toEqual([]);
    expect((await post({ json: json(), skew })).status).toBe(401);
    const [said, ...others] = logged.filter(isOfClock).map((line) => JSON.parse(line));
    expect(said).toMatchObject({ level: 40, requests: 1 });
    expect(Math.abs(said.ahead + skew)).toBeLessThan(60);
    expect(others).toEqual([]);
    expect(logged.filter((line) => line.includes("SLACK_SIGNING_SECRET"))).toHaveLength(1);
  },
);

it("refuses requests without a signature", async () => {
  const { base } = await startHttp();
  const response = await fetch(`${base}/slack/events`, { method: "POST", body: JSON.stringify(json()) });
  expect(response.status).toBe(401);
});

it("refuses a request that was recorded and is sent again, also where its signature was written otherwise", async () => {
  const { slack, base, platform } = await startHttp();
  const request = signed(base, { json: payloads.directMessage("what-is-compost") });
  expect((await fetch(request.clone())).status).toBe(200);
  expect((await fetch(request.clone())).status).toBe(401);
  const signature = request.headers.get("x-slack-signature");
  request.headers.set("x-slack-signature", `${signature}=otherwise`);
  expect((await fetch(request)).status).toBe(401);
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
});

it("answers once what Slack delivers again with a new signature", async () => {
  const { slack, post, platform } = await startHttp();
  const mention = payloads.mention("what-is-compost");
  for (const skew of [0, 1, 2]) {
    const retry = { "x-slack-retry-num": String(skew), "x-slack-retry-reason": "http_timeout" };
    expect((await post({ json: mention, skew, headers: retry })).status).toBe(200);
  }
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
});

it.each<[string, Delivery, number]>([
  ["no JSON", { raw: "{" }, 400],
  ["null", { raw: "null" }, 400],
  ["a list", { raw: "[]" }, 400],
  ["an event without an event", { json: { type: "event_callback" } }, 400],
  ["a payload that is no JSON", { form: { payload: "{" } }, 400],
  ["nothing that is known", { json: { type: "unknown" } }, 404],
  ["a press without a user", { form: { payload: '{"type":"block_actions","actions":[]}' } }, 400],
  ["a notice that events are limited", { json: { type: "app_rate_limited", minute_rate_limited: 1 } }, 200],
])("survives %s", async (_, delivery, status) => {
  const { slack, post, takeCall } = await startHttp();
  expect((await post(delivery)).status).toBe(status);
  await post({ form: payloads.command("what-is-compost", slack.createResponseUrl()) });
  await takeCall("response_url");
});

it("is there, but takes nothing yet, while Slack cannot be reached", async () => {
  const { slack, http, platform, takeCall } = await start({ transport: "http", isStarted: false });
  const post = (delivery: Delivery) => fetch(signed(http.address() ?? "", delivery));
  slack.goDown();
  const started = platform.start();
  expect((await post({ json: json() })).status).toBe(503);
  slack.comeBack();
  await started;
  expect((await post({ json: json() })).status).toBe(200);
  await takeCall("chat.postMessage");
});

it("takes nothing any more once it has stopped", async () => {
  const { post, platform } = await startHttp();
  expect(platform.isReady()).toBe(true);
  await platform.stop();
  expect(platform.isReady()).toBe(false);
  expect((await post({ json: json() })).status).toBe(503);
});
