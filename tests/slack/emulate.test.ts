import { webApi } from "@slack/bolt";
import { createEmulator } from "emulate";
import { expect, it, onTestFinished, vi } from "vitest";
import { signed } from "./fake-slack/deliver-http.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { start } from "./start.ts";

const TOKEN = "xoxb-emulated";
const SCOPES = ["chat:write", "channels:read", "channels:history", "im:read", "im:write", "im:history", "users:read"];

/** The adapter with a Web API that nobody here wrote, and a client of its own to look at what it holds. */
async function startEmulated() {
  const users = [{ name: "bot", real_name: "Bot", email: "bot@example.com" }];
  const slack = { strict_scopes: true, users, tokens: [{ token: TOKEN, user: "bot", scopes: SCOPES }] };
  const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack } });
  onTestFinished(() => emulator.close());
  const apiUrl = `${emulator.url}/api/`;
  const harness = await start({ transport: "http", config: { botToken: TOKEN, apiUrl } });
  const client = new webApi.WebClient(TOKEN, { slackApiUrl: apiUrl });
  const { channels = [] } = await client.conversations.list();
  const { members = [] } = await client.users.list({});
  const deliver = (json: unknown) => fetch(signed(harness.http.address() ?? "", { json }));
  /** What the emulator shows of all that it holds. */
  const inspect = async () => await (await fetch(emulator.url)).text();
  return { ...harness, client, deliver, inspect, channel: channels[0]?.id ?? "", user: members[0]?.id ?? "" };
}

it("answers a mention in its thread, for anybody to read there", async () => {
  const { client, deliver, channel } = await startEmulated();
  const { ts = "" } = await client.chat.postMessage({ channel, text: "what-is-compost" });
  await deliver(payloads.mention("what-is-compost", { channel, ts }));
  const replies = await vi.waitFor(async () => {
    const { messages = [] } = await client.conversations.replies({ channel, ts });
    expect(messages).toHaveLength(2);
    return messages;
  });
  expect(replies[1]?.text).toContain("Compost is plant matter");
  expect(replies[1]?.blocks?.map(({ type }) => type)).toContain("context_actions");
});

it("publishes its App Home", async () => {
  const { deliver, user, platform, inspect } = await startEmulated();
  const nothing = "No App Home views have been published";
  expect(await inspect()).toContain(nothing);
  const opened = payloads.homeOpened("home");
  await deliver({ ...opened, event: { ...opened.event, user } });
  await platform.stop();
  expect(await inspect()).not.toContain(nothing);
});

it("answers by direct message where it may not write", async () => {
  const { client, deliver, user, logged } = await startEmulated();
  await deliver(payloads.mention("what-is-compost", { channel: "C404", user }));
  const { channel } = await client.conversations.open({ users: user });
  await vi.waitFor(async () => {
    const { messages = [] } = await client.conversations.history({ channel: channel?.id ?? "" });
    expect(messages[0]?.text).toContain("I could not write where you asked me");
  });
  expect(logged.join("")).toContain("channel_not_found");
});
