import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { WORDS } from "../../src/core/wording.ts";
import * as events from "./fake/events.ts";
import { ANN, BOT, CHANNEL } from "./fake/ids.ts";
import { see } from "./fake/read.ts";
import type { Call, Route } from "./fake/rest.ts";
import { openDiscord, PRIVATE_WORD, type Running, start } from "./fake/start.ts";

const QUESTION = `what is mulch ${PRIVATE_WORD}`;
const command = () => events.slashCommand({ question: QUESTION });
const mention = () => events.message(`<@${BOT}> ${QUESTION}`);

function calls({ discord }: Running, route: Route): Call[] {
  return discord.rest.calls.filter((call) => call.route === route);
}

/** The bot still does what it is there for. */
async function expectToAnswer({ discord }: Running): Promise<void> {
  const next = events.slashCommand({ question: "what is mulch" });
  discord.interact(next);
  for (;;) {
    const { ids, status } = await discord.rest.next("response");
    if (ids[0] === next.id && status === 204) return;
  }
}

describe("an answer to an interaction", () => {
  it.each([
    ["4 seconds", 4_000],
    ["16 minutes", 16 * 60 * 1000],
  ])("that comes %s late is given up, and the log says why", async (_, age) => {
    const running = await start({ isTroubled: true });
    running.discord.interact(command(), age);
    expect(await running.find(/10062/)).toMatch(/"hint":"Discord waits 3 seconds/);
    await expectToAnswer(running);
  });

  it("that somebody else has given already is left alone, and the log says what that may be", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 400, code: 40060 });
    running.discord.interact(command());
    expect(await running.find(/40060/)).toMatch(/"level":40.*"hint":"It was answered by an earlier try/);
    await expectToAnswer(running);
  });

  it("is given once, however often the question comes", async () => {
    const running = await start({ isTroubled: true });
    const interaction = command();
    running.discord.interact(interaction);
    running.discord.gateway.dispatch("INTERACTION_CREATE", interaction);
    await expectToAnswer(running);
    expect(calls(running, "response")).toHaveLength(2);
  });

  it("is tried again when Discord stumbles", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 500 }, 2);
    running.discord.interact(command());
    await expectToAnswer(running);
    expect(calls(running, "response").map(({ status }) => status)).toEqual(
      expect.arrayContaining([500, 500, 204, 204]),
    );
  });

  it("is given up when Discord goes on stumbling, and the log says why", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 502 }, 3);
    running.discord.interact(command());
    expect(await running.find(/"status":502/)).toMatch(/"hint":"Discord itself seems to have trouble/);
    await expectToAnswer(running);
  });

  it("is tried again, and given once, when Discord hangs", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", "swallow");
    running.discord.interact(command());
    await running.find(/40060/);
    await expectToAnswer(running);
    expect(calls(running, "response").map(({ status }) => status)).toEqual([204, 400, 204]);
  });

  it("is given up when Discord goes on hanging, and the log says why", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", "hang", 3);
    running.discord.interact(command());
    expect(await running.find(/AbortError/)).toMatch(/"hint":"Discord did not answer in time/);
    await expectToAnswer(running);
  });

  it("waits for its turn where Discord limits the rate for a moment", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 429, retryAfter: 0.05 });
    running.discord.interact(command());
    await expectToAnswer(running);
    expect(calls(running, "response").map(({ status }) => status)).toEqual(expect.arrayContaining([429, 204, 204]));
  });

  it.each([{}, { retryAfter: 0 }, { retryAfter: 0.1 }])(
    "is given up where a limit does not end, after few tries: %j",
    async (limit) => {
      const running = await start({ isTroubled: true, timing: { answer: 500 } });
      running.discord.rest.fail("response", { status: 429, ...limit }, 1_000);
      running.discord.interact(command());
      await running.find(/AbortError/);
      expect(calls(running, "response").length).toBeLessThan(10);
    },
  );

  it("is given up where the limit lasts longer than Discord waits, and the log says why", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 429, retryAfter: 60 });
    running.discord.interact(command());
    expect(await running.find(/"retryAfter":60\d{3},"hint"/)).toContain("less often");
    await expectToAnswer(running);
  });

  it("becomes an apology where Discord refuses it", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 400, code: 50035 });
    running.discord.interact(command());
    await running.discord.rest.next("response");
    expect(see((await running.discord.rest.next("response")).body).text).toBe(WORDS.failed);
    expect(await running.find(/50035/)).toMatch(/"hint":"Discord refused what the bot wrote/);
  });

  it("has no say in a refused suggestion", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 400, code: 50035 });
    running.discord.interact(events.typing("what"));
    await running.find(/50035/);
    expect(calls(running, "response")).toHaveLength(1);
  });
});

describe("an answer to a message", () => {
  it.each([
    ["access", { status: 403, code: 50001 }],
    ["permissions", { status: 403, code: 50013 }],
  ])("is given directly where the bot has no %s, and the log says what to grant", async (_, fault) => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", fault);
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    const { body } = await running.discord.rest.next("directChannel");
    const [refused, direct] = [await running.discord.rest.next("message"), await running.discord.rest.next("message")];
    expect(body).toEqual({ recipient_id: ANN });
    expect(refused.ids).toEqual([CHANNEL]);
    expect(direct.ids).not.toEqual([CHANNEL]);
    expect(see(direct.body).text).toContain(WORDS.cannotPost);
    expect(await running.find(new RegExp(String(fault.code)))).toMatch(/Give the bot View Channels, Send Messages/);
  });

  it.each([
    ["is in a locked thread", { status: 400, code: 50083 }, "The thread is archived or locked"],
    ["cannot write in such a channel", { status: 400, code: 50024 }, "The bot cannot post in a channel of this type"],
    ["is stopped by AutoMod", { status: 400, code: 200000 }, "AutoMod blocks what the bot wrote"],
    ["is stopped by Discord's protection", { status: 403, code: 40333 }, "Discord's protection blocks this machine"],
    ["is taken for explicit", { status: 403, code: 20009 }, "Discord takes the answer for explicit content"],
    ["is refused without a reason", { status: 403 }, "Give the bot View Channels"],
  ] as const)("is given directly where it %s, and the log says what to do", async (_, fault, hint) => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", fault);
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.discord.rest.next("directChannel");
    const [, direct] = [await running.discord.rest.next("message"), await running.discord.rest.next("message")];
    expect(direct.ids).not.toEqual([CHANNEL]);
    expect(see(direct.body).text).toContain(WORDS.cannotPost);
    expect(await running.find(/it answers directly/)).toContain(`"hint":"${hint}`);
  });

  it.each([
    [
      "the bot may not read what was written before",
      { status: 400, code: 160002 },
      "Give the bot Read Message History",
    ],
    ["the question has been deleted", { status: 404, code: 10008 }, "The message with the question has been deleted"],
  ] as const)("is posted without a reference where %s", async (_, fault, hint) => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", fault);
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.discord.rest.next("message");
    const { ids, status, body } = await running.discord.rest.next("message");
    expect({ ids, status }).toEqual({ ids: [CHANNEL], status: 200 });
    expect(body).not.toHaveProperty("message_reference");
    expect(await running.find(/posted by itself/)).toContain(`"hint":"${hint}`);
  });

  it("is given up in a direct message that Discord refuses, as there is no other way", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 403, code: 50007 });
    running.discord.gateway.dispatch("MESSAGE_CREATE", events.message(QUESTION, { guild_id: undefined }));
    await running.find(/50007/);
    await expectToAnswer(running);
    expect(calls(running, "directChannel")).toEqual([]);
  });

  it("is given up where the person takes no direct messages either", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 403, code: 50013 });
    running.discord.rest.fail("message", { status: 403, code: 50007 });
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.find(/50007/);
    await expectToAnswer(running);
  });

  it("is given once, however often the question comes", async () => {
    const running = await start({ isTroubled: true });
    const message = mention();
    for (let time = 0; time < 3; time++) running.discord.gateway.dispatch("MESSAGE_CREATE", message);
    await expectToAnswer(running);
    await running.platform.stop();
    expect(calls(running, "message")).toHaveLength(1);
  });

  it("is posted once when Discord has it but does not say so, or when two bots run", async () => {
    const discord = await openDiscord();
    const running = await start({ discord, isTroubled: true });
    await start({ discord, isTroubled: true });
    discord.rest.fail("message", "swallow");
    discord.gateway.dispatch("MESSAGE_CREATE", mention());
    for (let time = 0; time < 3; time++) await discord.rest.next("message");
    const nonces = calls(running, "message").map(({ body }) => JSON.stringify(body).match(/"nonce":"\d+"/)?.[0]);
    expect(new Set(nonces).size).toBe(1);
  });

  it("is given although Discord has refused the token once", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 401 });
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    expect(await running.find(/"status":401/)).toContain("Reset the token");
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.discord.rest.next("message");
    expect(await running.discord.rest.next("message")).toMatchObject({ status: 200 });
  });

  it.each([
    ["stumbles", { status: 503 }, /"status":503/],
    ["hangs", "hang", /AbortError/],
    ["limits the rate for long", { status: 429, retryAfter: 30 }, /"retryAfter":30\d{3},"hint"/],
    ["has lost the channel", { status: 404, code: 10003 }, /The channel is gone/],
  ] as const)("is given up when Discord %s, and the log says why", async (_, fault, line) => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", fault, 3);
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.find(line);
    await expectToAnswer(running);
  });

  it("becomes an apology where Discord refuses it", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 400, code: 50035 });
    running.discord.gateway.dispatch("MESSAGE_CREATE", mention());
    await running.discord.rest.next("message");
    const { body } = await running.discord.rest.next("message");
    expect(see(body)).toMatchObject({ text: WORDS.failed, flags: MessageFlags.IsComponentsV2 });
  });
});

it("stops only when what is under way has been delivered", async () => {
  const running = await start({ isTroubled: true });
  running.discord.rest.fail("response", { status: 429, retryAfter: 0.1 });
  running.discord.interact(command());
  await running.discord.rest.next("response");
  await running.platform.stop();
  expect(calls(running, "response").at(-1)).toMatchObject({ status: 204 });
});

it("hears nothing more as soon as it is to stop, and delivers what is under way", async () => {
  const running = await start({ isTroubled: true });
  running.discord.rest.fail("response", { status: 429, retryAfter: 0.1 });
  running.discord.interact(command());
  await running.discord.rest.next("response");
  const stopped = running.platform.stop();
  running.discord.interact(command());
  await stopped;
  expect(calls(running, "response").map(({ status }) => status)).toEqual([429, 204]);
});
