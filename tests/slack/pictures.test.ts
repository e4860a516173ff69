import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";
import type { Call } from "./fake-slack/index.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { start } from "./start.ts";

const [diagram] = packIn(GARDEN_FOLDER).diagrams;
const diagramBaseUrl = "https://pictures.example.com/knowledge";
const PICTURE = {
  type: "image",
  title: { type: "plain_text", text: diagram?.title, emoji: false },
  image_url: "https://pictures.example.com/knowledge/garden/diagrams/compost-heap.png",
  alt_text: diagram?.alt,
};

/** A bot that knows where the pictures are. */
function startWithPictures() {
  return start({ config: { diagramBaseUrl } });
}

/** The pictures that a call shows. */
function picturesIn({ args }: Call): unknown[] {
  const blocks = args.view?.blocks ?? args.blocks ?? [];
  return blocks.filter(({ type }) => type === "image");
}

function showsPicture(args: Record<string, unknown>): boolean {
  return JSON.stringify(args).includes('"image_url"');
}

/** Where the fetching of pictures fails, however often it is tried. */
const UNFETCHABLE = { when: showsPicture, times: Number.POSITIVE_INFINITY };

function tourStop(stop: number) {
  return { action_id: "tour:0", value: JSON.stringify({ pack: "garden", stop }) };
}

describe("a picture", () => {
  it("is shown with the answer of a single entry, and described for those who cannot see it", async () => {
    const { slack, command } = await startWithPictures();
    expect(picturesIn(await command("what-is-compost"))).toEqual([PICTURE]);
    expect(picturesIn(await command("what-is-mulch"))).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  it("is shown in a channel, and with an answer that is shared", async () => {
    const { slack, send, press, takeCall } = await startWithPictures();
    await send(payloads.mention("what-is-compost"));
    expect(picturesIn(await takeCall("chat.postMessage"))).toEqual([PICTURE]);
    const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost"] });
    await press({ action: { action_id: "share", value } });
    expect(picturesIn(await takeCall("response_url"))).toEqual([PICTURE]);
    expect(slack.violations).toEqual([]);
  });

  it("comes and goes with the stops of the tour", async () => {
    const { slack, command, press, takeCall } = await startWithPictures();
    expect(picturesIn(await command("tour"))).toEqual([PICTURE]);
    await press({ action: tourStop(1) });
    expect(picturesIn(await takeCall("response_url"))).toEqual([]);
    await press({ action: tourStop(0) });
    expect(picturesIn(await takeCall("response_url"))).toEqual([PICTURE]);
    expect(slack.violations).toEqual([]);
  });

  it("is shown in the modal that the App Home opens", async () => {
    const { slack, deliver, takeCall } = await startWithPictures();
    await deliver("interactive", payloads.viewPress("home", tourStop(0)));
    expect(picturesIn(await takeCall("views.open"))).toEqual([PICTURE]);
    expect(slack.violations).toEqual([]);
  });

  it("is not shown where nobody has said where the pictures are", async () => {
    const { command } = await start();
    expect(picturesIn(await command("what-is-compost"))).toEqual([]);
  });

  it("is not shown among several entries, since it would not be clear whose it is", async () => {
    const { press, takeCall } = await startWithPictures();
    const value = JSON.stringify({ question: "compost?", entries: ["what-is-compost", "what-is-mulch"] });
    await press({ action: { action_id: "share", value } });
    expect(picturesIn(await takeCall("response_url"))).toEqual([]);
  });
});

describe("an answer whose picture Slack cannot fetch", () => {
  it("is posted without it, as it is otherwise, and the log says where to look", async () => {
    const { slack, send, takeCall, logged } = await startWithPictures();
    slack.faults.plan("chat.postMessage", { error: "invalid_blocks" }, UNFETCHABLE);
    await send(payloads.mention("what-is-compost"));
    const posted = await takeCall("chat.postMessage");
    expect(picturesIn(posted)).toEqual([]);
    expect(posted.args.blocks?.map(({ type }) => type)).toEqual(expect.arrayContaining(["header", "context_actions"]));
    expect(logged.join("")).toContain("DIAGRAM_BASE_URL");
  });

  it("replaces the message without it", async () => {
    const { slack, press, takeCall } = await startWithPictures();
    slack.faults.plan("response_url", { error: "invalid_blocks" }, UNFETCHABLE);
    await press({ action: tourStop(0) });
    const { args } = await takeCall("response_url");
    expect(args.replace_original).toBe(true);
    expect(JSON.stringify(args.blocks)).toContain("stop 1 of 4");
  });

  it("opens and changes a modal without it", async () => {
    const { slack, deliver, takeCall } = await startWithPictures();
    for (const method of ["views.open", "views.update"]) {
      slack.faults.plan(method, { error: "invalid_arguments" }, UNFETCHABLE);
    }
    await deliver("interactive", payloads.viewPress("home", tourStop(0)));
    expect(JSON.stringify((await takeCall("views.open")).args.view)).toContain("stop 1 of 4");
    await deliver("interactive", payloads.viewPress("modal", tourStop(0)));
    expect(JSON.stringify((await takeCall("views.update")).args.view)).toContain("stop 1 of 4");
  });

  it("takes the place of the search box without it, as Slack would not say whether it could fetch it", async () => {
    const { deliver } = await startWithPictures();
    const acknowledgement = JSON.stringify(await deliver("interactive", payloads.search("what-is-compost")));
    expect(acknowledgement).toContain("What is compost?");
    expect(acknowledgement).not.toContain("image_url");
  });

  it("goes as plain text where its other blocks are refused too", async () => {
    const { slack, send, takeCall } = await startWithPictures();
    slack.faults.plan("chat.postMessage", { error: "invalid_blocks" }, { times: 2 });
    await send(payloads.mention("what-is-compost"));
    const { args } = await takeCall("chat.postMessage");
    expect(args.blocks).toBeUndefined();
    expect(args.text).toContain("Compost is plant matter");
  });
});

describe("the address of the pictures", () => {
  const environment = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };

  it("is read from the environment", () => {
    const { slack } = loadConfig({ ...environment, DIAGRAM_BASE_URL: diagramBaseUrl });
    expect(slack?.diagramBaseUrl).toBe(diagramBaseUrl);
    expect(loadConfig(environment).slack?.diagramBaseUrl).toBeUndefined();
  });

  it.each(["http://pictures.example.com/", "pictures.example.com", "file:///knowledge"])(
    "has to be one of https: %s",
    (url) => {
      expect(() => loadConfig({ ...environment, DIAGRAM_BASE_URL: url })).toThrow(
        "DIAGRAM_BASE_URL must be an https address",
      );
    },
  );

  it("may end in a slash", async () => {
    const { command } = await start({ config: { diagramBaseUrl: `${diagramBaseUrl}//` } });
    expect(picturesIn(await command("what-is-compost"))).toEqual([PICTURE]);
  });
});
