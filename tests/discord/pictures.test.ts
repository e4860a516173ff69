import { InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import type { FoundAnswer } from "../../src/core/answer.ts";
import { renderAnswer } from "../../src/platforms/discord/render/answer.ts";
import { withoutPicture } from "../../src/platforms/discord/render/picture.ts";
import * as events from "./fake/events.ts";
import { BOT, CHANNEL } from "./fake/ids.ts";
import { loadPacks } from "./fake/packs.ts";
import { see } from "./fake/read.ts";
import type { Call } from "./fake/rest.ts";
import { type Running, start } from "./fake/start.ts";

const [garden] = loadPacks();
const [diagram] = garden.diagrams;
if (!diagram) throw new Error("the fixture has no diagram");

const FILE = { part: "files[0]", name: "compost-heap.png", type: "image/png", size: diagram.image.length };
const PICTURED = "what-is-compost";
const PLAIN = "what-is-mulch";
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

async function respond({ discord }: Running, interaction: ReturnType<typeof events.interaction>): Promise<Call> {
  discord.interact(interaction);
  return discord.rest.next("response");
}

async function reply({ discord }: Running, question: string): Promise<Call> {
  discord.gateway.dispatch("MESSAGE_CREATE", events.message(`<@${BOT}> ${question}`));
  return discord.rest.next("message");
}

/** A press on a button of a message that may change. */
function press(button: string) {
  return events.press(button, { flags: PRIVATE });
}

describe("a picture", () => {
  it("is attached to the answer to a command, and described for those who cannot see it", async () => {
    const { body, files } = await respond(await start(), events.slashCommand({ question: PICTURED }));
    expect(files).toEqual([FILE]);
    expect(see(body).pictures).toEqual([diagram.alt]);
    expect(body).toMatchObject({
      data: { attachments: [{ id: "0", filename: FILE.name, description: diagram.alt }] },
    });
  });

  it("is attached to the reply to a message", async () => {
    const { body, files } = await reply(await start(), PICTURED);
    expect(files).toEqual([FILE]);
    expect(see(body).pictures).toEqual([diagram.alt]);
  });

  it("is attached to an answer that is shared", async () => {
    const { files } = await respond(await start(), press(`share:${PICTURED}`));
    expect(files).toEqual([FILE]);
  });

  it("changes with the stops of the tour, in one message", async () => {
    const running = await start();
    const stops = [];
    for (const stop of [0, 1, 0]) {
      const { body, files } = await respond(running, press(`tour:${stop}:garden`));
      expect(body).toMatchObject({ type: InteractionResponseType.UpdateMessage });
      stops.push({
        files,
        pictures: see(body).pictures,
        kept: (body as { data: { attachments: unknown } }).data.attachments,
      });
    }
    const attachment = { id: "0", filename: FILE.name, description: diagram.alt };
    const pictured = { files: [FILE], pictures: [diagram.alt], kept: [attachment] };
    expect(stops).toEqual([pictured, { files: [], pictures: [], kept: [] }, pictured]);
  });

  it("is not shown where several entries answer, since it would not be clear whose it is", async () => {
    const { body, files } = await respond(await start(), press(`share:${PICTURED},${PLAIN}`));
    expect({ files, pictures: see(body).pictures }).toEqual({ files: [], pictures: [] });
  });

  it("leaves nothing behind where it is taken away", () => {
    const entries = garden.entries.filter(({ id }) => id === PICTURED);
    const answer = { kind: "answer", pack: garden, entries, related: [], confidence: 1 } as unknown as FoundAnswer;
    const message = renderAnswer(answer);
    expect(message.files).toHaveLength(1);
    expect(withoutPicture(message)).toEqual(renderAnswer({ ...answer, pack: { ...garden, diagrams: [] } }));
  });
});

describe("an answer whose picture cannot be sent", () => {
  it.each([
    ["has no permission for files", { status: 403, code: 50013 }],
    ["may not send any that large", { status: 413, code: 40005 }],
    ["sends one that Discord does not take", { status: 400, code: 50035 }],
    ["meets a Discord that stumbles", { status: 500 }],
    ["meets a Discord that limits uploads", { status: 429, retryAfter: 5 }],
    ["meets a Discord that hangs", "hang"],
  ] as const)("is given without it where the bot %s", async (_, fault) => {
    const running = await start({ isTroubled: true, timing: { upload: 100 } });
    running.discord.rest.fail("response", fault);
    running.discord.interact(events.slashCommand({ question: PICTURED }));
    const call = await answered(running, "response");
    expect(call.files).toEqual([]);
    expect(see(call.body)).toMatchObject({ pictures: [], text: expect.stringContaining("### What is compost?") });
    await running.find(/A picture could not be sent to Discord/);
  });

  it("is given without it in a channel, and the log says which permission to grant", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 403, code: 50013 });
    await reply(running, PICTURED);
    const call = await answered(running, "message");
    expect(call).toMatchObject({ ids: [CHANNEL], files: [] });
    expect(see(call.body).text).toContain("### What is compost?");
    expect(await running.find(/A picture could not be sent to Discord/)).toContain("Attach Files");
  });

  it("is given with it by direct message where the bot may not write at all", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("message", { status: 403, code: 50013 }, 2);
    await reply(running, PICTURED);
    expect(await answered(running, "message")).toMatchObject({ files: [FILE] });
  });

  it("is not given again where it came too late, or was given already", async () => {
    const running = await start({ isTroubled: true });
    running.discord.rest.fail("response", { status: 400, code: 40060 });
    running.discord.interact(events.slashCommand({ question: PICTURED }));
    await running.find(/40060/);
    await running.platform.stop();
    expect(running.discord.rest.calls.filter(({ route }) => route === "response")).toHaveLength(1);
  });
});

/** The first call of a route that Discord takes. */
async function answered({ discord }: Running, route: "response" | "message"): Promise<Call> {
  for (;;) {
    const call = await discord.rest.next(route);
    if (call.status < 300) return call;
  }
}
