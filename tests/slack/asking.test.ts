import { expect, it } from "vitest";
import type { Pack, Packs } from "../../src/core/pack.ts";
import { entryWith, GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";
import type { Call } from "./fake-slack/index.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { start } from "./start.ts";

/** The titles in large print. */
function titles({ args }: Call): string[] {
  const blocks = args.blocks ?? args.view?.blocks ?? [];
  return blocks.flatMap((block) => (block.type === "header" && "text" in block ? block.text.text : []));
}

/** The buttons and lists of a message. */
function controls({ args }: Call) {
  return (args.blocks ?? []).flatMap((block) => (block.type === "actions" ? block.elements : []));
}

/** So many packs, each with so many questions that are as long as they may be. */
function crowdedPacks(count: number, entries: number): Packs {
  const garden = packIn(GARDEN_FOLDER);
  const crowd = (pack: number): Pack => ({
    ...garden,
    name: `garden-${pack}`,
    command: `garden-${pack}`,
    entries: Array.from({ length: entries }, (_, entry) =>
      entryWith({ id: `${pack}-${entry}-${"i".repeat(32)}`, title: `${"t".repeat(95)} ${entry}` }),
    ),
  });
  return [crowd(0), ...Array.from({ length: count - 1 }, (_, index) => crowd(index + 1))];
}

it("answers a slash command at once, for the person alone", async () => {
  const { slack, command } = await start();
  const answer = await command("what is compost");
  expect(answer.args.response_type).toBe("ephemeral");
  expect(titles(answer)).toEqual(["What is compost?"]);
  expect(slack.violations).toEqual([]);
});

it("shows the welcome, good first questions and the way to the topics to whoever does not ask anything", async () => {
  const { slack, command } = await start();
  const alone = await command("");
  const help = await command("help");
  expect(alone.args).toEqual(help.args);
  const json = JSON.stringify(help.args.blocks);
  expect(json).toContain("I answer questions about gardening");
  expect(json).toContain("Good first questions");
  expect(json).toContain("Take the tour");
  expect(json).toContain('"action_id":"topics"');
  expect(slack.violations).toEqual([]);
});

it("lists the topics", async () => {
  const { slack, command } = await start();
  const { args } = await command("topics");
  expect(args.text).toBe("Topics: Soil and compost, Plants and pests");
  expect(slack.violations).toEqual([]);
});

it("leads past every question of many packs, page by page, and back", async () => {
  const packs = crowdedPacks(3, 130);
  const { slack, send, press, takeCall } = await start({ packs });
  const turn = async (page: Call, label: string): Promise<Call | undefined> => {
    const button = controls(page).find((control) => control.type === "button" && control.text.text === label);
    if (button?.type !== "button") return undefined;
    await press({ action: { action_id: button.action_id, value: button.value } });
    return takeCall("response_url");
  };
  await send(payloads.mention("topics"));
  const pages: Call[] = [];
  for (let page: Call | undefined = await takeCall("chat.postMessage"); page; page = await turn(page, "Next")) {
    pages.push(page);
  }
  const lists = pages.flatMap((page) => controls(page).filter((control) => control.type === "static_select"));
  const listed = lists.flatMap(({ options = [] }) => options.map(({ value }) => value));
  expect(listed).toEqual(packs.flatMap(({ entries }) => entries.map(({ id }) => id).sort()));
  const [lastButOne, last] = pages.slice(-2);
  expect((await turn(last as Call, "Back"))?.args.blocks).toEqual(lastButOne?.args.blocks);
  expect(slack.violations).toEqual([]);
});

it("welcomes within what Slack takes, however many packs there are", async () => {
  const { slack, send, takeCall } = await start({ packs: crowdedPacks(20, 5) });
  await send(payloads.mention("help"));
  await takeCall("chat.postMessage");
  expect(slack.violations).toEqual([]);
});

it("starts the tour, and goes on and back by buttons that need no memory", async () => {
  const { slack, command, press, takeCall } = await start();
  const first = await command("tour");
  expect(JSON.stringify(first.args.blocks)).toContain("gardening tour, stop 1 of 4");
  expect(JSON.stringify(first.args.blocks)).not.toContain("Back");
  await press({ action: { action_id: "tour:1", value: '{"pack":"garden","stop":3}' } });
  const last = await takeCall("response_url");
  expect(last.args.replace_original).toBe(true);
  expect(JSON.stringify(last.args.blocks)).toContain("stop 4 of 4");
  expect(JSON.stringify(last.args.blocks)).toContain('\\"stop\\":2');
  expect(JSON.stringify(last.args.blocks)).not.toContain("Next");
  expect(JSON.stringify(last.args.blocks)).toContain("That was the last stop");
  await press({ action: { action_id: "topics", value: "garden" } });
  expect((await takeCall("response_url")).args.text).toBe("Topics: Soil and compost, Plants and pests");
  expect(slack.violations).toEqual([]);
});

it("shows the start again to whoever presses a tour button of a pack that is gone", async () => {
  const { press, takeCall } = await start();
  for (const value of ['{"pack":"gone","stop":0}', '{"pack":"garden","stop":99}', "nonsense"]) {
    await press({ action: { action_id: "tour:0", value } });
    expect((await takeCall("response_url")).args.text).toContain("I answer questions about gardening");
  }
});

it("says why it has no answer, with questions to start from", async () => {
  const { slack, command } = await start();
  const { args } = await command("how do I repair my bicycle");
  expect(args.text).toContain("I do not know");
  expect(JSON.stringify(args.blocks)).toContain('"value":"what-is-compost"');
  expect(slack.violations).toEqual([]);
});

it("says that something went wrong, and logs where, when an answer fails", async () => {
  const pack = packIn(GARDEN_FOLDER);
  const broken = {
    ...entryWith({ id: "broken" }),
    get references(): never {
      throw new TypeError("how do I keep a secret?");
    },
  };
  const { command, logged } = await start({ packs: [{ ...pack, entries: [...pack.entries, broken] }] });
  expect((await command("broken")).args.text).toBe("Something went wrong on my side. Please ask again.");
  expect(logged.join("")).toContain("asking.test.ts");
  expect(logged.join("")).not.toContain("secret");
});

it("answers a mention in a thread, for everybody", async () => {
  const { slack, send, takeCall } = await start();
  const mention = payloads.mention("what-is-compost");
  await send(mention);
  const answer = await takeCall("chat.postMessage");
  expect(answer.args.channel).toBe("C1");
  expect(answer.args.thread_ts).toBe(mention.event["ts"]);
  expect(titles(answer)).toEqual(["What is compost?"]);
  expect(slack.violations).toEqual([]);
});

it("answers a mention within a thread there", async () => {
  const { send, takeCall } = await start();
  await send(payloads.mention("what-is-compost", { thread_ts: "1699999999.000001" }));
  expect((await takeCall("chat.postMessage")).args.thread_ts).toBe("1699999999.000001");
});

it("answers a direct message in its thread, with no call before the answer", async () => {
  const { slack, send, takeCall } = await start();
  const message = payloads.directMessage("what-is-compost");
  await send(message);
  const answer = await takeCall("chat.postMessage");
  expect(answer.args.thread_ts).toBe(message.event["ts"]);
  expect(titles(answer)).toEqual(["What is compost?"]);
  expect(slack.calls.all.map(({ method }) => method)).toEqual([
    "auth.test",
    "apps.connections.open",
    "chat.postMessage",
  ]);
  expect(slack.violations).toEqual([]);
});

it("goes on answering in a thread in which it was mentioned, without another mention", async () => {
  const { slack, send, takeCall } = await start();
  const mention = payloads.mention("what-is-compost");
  await send(mention);
  await takeCall("chat.postMessage");
  await send(payloads.message("what-is-mulch", { thread_ts: mention.event["ts"] }));
  expect(titles(await takeCall("chat.postMessage"))).toEqual(["What is mulch?"]);
  expect(slack.violations).toEqual([]);
});

it("keeps out of talk in its thread that is not about its subject, or meant for somebody else", async () => {
  const { slack, send, takeCall, platform } = await start();
  const mention = payloads.mention("what-is-compost");
  await send(mention);
  await takeCall("chat.postMessage");
  await send(payloads.message("thanks, that helped a lot", { thread_ts: mention.event["ts"] }));
  await send(payloads.message("help", { thread_ts: mention.event["ts"] }));
  await send(payloads.message("<@U2> what-is-mulch", { thread_ts: mention.event["ts"] }));
  await send(payloads.message("what-is-mulch", { thread_ts: "1699999999.000002" }));
  await send(payloads.message("what-is-mulch"));
  await platform.stop();
  expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
});

it.each(["plants", "where is the meeting?", "share what-is-compost"])(
  "keeps out of its thread where somebody says: %s",
  async (text) => {
    const { slack, send, takeCall, platform } = await start();
    const mention = payloads.mention("what-is-compost");
    await send(mention);
    await takeCall("chat.postMessage");
    await send(payloads.message(text, { thread_ts: mention.event["ts"] }));
    await platform.stop();
    expect(slack.calls.all.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  },
);

it.each(["share what-is-mulch", "tour"])(
  "goes on in its thread from its last answer, whatever people say to each other in between: %s",
  async (text) => {
    const { send, takeCall } = await start();
    const mention = payloads.mention("How often should I water tomatoes?");
    const inThread = { thread_ts: mention.event["ts"] };
    await send(mention);
    const first = titles(await takeCall("chat.postMessage"));
    await send(payloads.message(text, inThread));
    await send(payloads.mention("why?", inThread));
    expect(titles(await takeCall("chat.postMessage"))).toEqual(first);
  },
);

it("suggests in its thread what may be meant by the question", async () => {
  const { send, takeCall } = await start();
  const mention = payloads.mention("what-is-compost");
  await send(mention);
  await takeCall("chat.postMessage");
  await send(payloads.message("is the soil wet?", { thread_ts: mention.event["ts"] }));
  const { args } = await takeCall("chat.postMessage");
  // What notifications show has the choices as well.
  expect(args.text).toMatch(/^I am not sure what you mean.*\n• .*\?\n• .*\?/s);
});

it("goes on in threads below its own messages, and where an answer was shared", async () => {
  const { send, press, takeCall } = await start();
  await send(payloads.message("what-is-mulch", { thread_ts: "1699999999.000003", parent_user_id: "UBOT" }));
  expect(titles(await takeCall("chat.postMessage"))).toEqual(["What is mulch?"]);
  const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"], thread: "1699999999.000004" });
  await press({ action: { action_id: "share", value } });
  await takeCall("response_url", ({ args }) => args.delete_original === true);
  await send(payloads.message("what-is-mulch", { thread_ts: "1699999999.000004", parent_user_id: "U2" }));
  expect((await takeCall("chat.postMessage")).args.thread_ts).toBe("1699999999.000004");
});

it("answers somebody's message by the shortcut, privately, and offers to share it in the message's thread", async () => {
  const { slack, deliver, takeCall } = await start();
  await deliver("interactive", payloads.shortcut("yellow-leaves", slack.createResponseUrl()));
  const answer = await takeCall("response_url");
  expect(answer.args.response_type).toBe("ephemeral");
  expect(JSON.stringify(answer.args.blocks)).toContain("Share in channel");
  expect(JSON.stringify(answer.args.blocks)).toContain('\\"thread\\":\\"1700000000.000009\\"');
  expect(slack.violations).toEqual([]);
});

it("shows topics, good first questions and a search box in the App Home", async () => {
  const { slack, send, takeCall } = await start();
  await send(payloads.homeOpened("home"));
  const home = JSON.stringify((await takeCall("views.publish")).args.view);
  for (const part of ["Ask a question", "Good first questions", "Take the tour", "Soil and compost"]) {
    expect(home).toContain(part);
  }
  expect(slack.violations).toEqual([]);
});

it("opens the search box, and answers in its place", async () => {
  const { slack, deliver, takeCall } = await start();
  await deliver("interactive", payloads.viewPress("home", { action_id: "ask", value: "ask" }));
  expect(JSON.stringify((await takeCall("views.open")).args.view)).toContain("In your own words");
  const acknowledgement = await deliver("interactive", payloads.search("what-is-compost"));
  expect(acknowledgement).toMatchObject({ response_action: "update", view: { type: "modal" } });
  expect(JSON.stringify(acknowledgement)).toContain("What is compost?");
  expect(slack.violations).toEqual([]);
});

it("opens an entry from the App Home in a modal, and the next one in the same modal", async () => {
  const { slack, deliver, takeCall } = await start();
  await deliver("interactive", payloads.viewPress("home", { action_id: "read:0", value: "what-is-compost" }));
  expect(titles(await takeCall("views.open"))).toEqual(["What is compost?"]);
  const option = { selected_option: { value: "what-is-mulch" } };
  await deliver("interactive", payloads.viewPress("modal", { action_id: "read", type: "static_select", ...option }));
  expect(titles(await takeCall("views.update"))).toEqual(["What is mulch?"]);
  expect(slack.violations).toEqual([]);
});

it("says so by direct message when the search box no longer opens", async () => {
  const { slack, deliver, takeCall } = await start();
  slack.faults.plan("views.open", { error: "expired_trigger_id" }, { times: 2 });
  await deliver("interactive", payloads.viewPress("home", { action_id: "ask", value: "ask" }));
  const { args } = await takeCall("chat.postMessage");
  expect(args).toMatchObject({ channel: "U1", text: "Something went wrong on my side. Please ask again." });
});

it("sends the entry by direct message where its modal does not open", async () => {
  const { slack, deliver, takeCall } = await start();
  slack.faults.plan("views.open", { error: "expired_trigger_id" });
  await deliver("interactive", payloads.viewPress("home", { action_id: "read:0", value: "what-is-compost" }));
  const answer = await takeCall("chat.postMessage");
  expect(answer.args.channel).toBe("U1");
  expect(titles(answer)).toEqual(["What is compost?"]);
});

it("suggests questions in the agent view", async () => {
  const { slack, send, takeCall } = await start();
  await send(payloads.homeOpened("messages"));
  const { args } = await takeCall("assistant.threads.setSuggestedPrompts");
  expect(args.prompts).toHaveLength(4);
  expect(args.prompts?.[0]).toEqual({ title: "Compost", message: "What is compost?" });
  expect(slack.violations).toEqual([]);
});

it("answers from every pack where no command says which, and from one pack where one does", async () => {
  const pack = packIn(GARDEN_FOLDER);
  const other = {
    ...pack,
    name: "kitchen",
    title: "cooking",
    command: "kitchen",
    welcome: "Hello from the kitchen!",
    entries: pack.entries.map((entry) => ({ ...entry, id: `kitchen-${entry.id}` })),
  };
  const { slack, command, send, takeCall } = await start({ packs: [pack, other] });
  expect((await command("")).args.text).not.toContain("kitchen");
  expect((await command("", { command: "/kitchen" })).args.text).toContain("kitchen");
  await send(payloads.mention("help"));
  const both = (await takeCall("chat.postMessage")).args.text;
  expect(both).toContain("gardening");
  expect(both).toContain("kitchen");
  expect(slack.violations).toEqual([]);
});
