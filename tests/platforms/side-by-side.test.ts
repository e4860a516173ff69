import { expect, it } from "vitest";

it("sends pictures to Discord from a process that serves Slack too, whose HTTP library Discord's then goes through", async () => {
  // In the order in which the program loads them.
  const slack = await import("../slack/start.ts");
  const discord = await import("../discord/fake/start.ts");
  const { slashCommand } = await import("../discord/fake/events.ts");
  const { command } = await slack.start();
  const running = await discord.start();
  running.discord.interact(slashCommand({ question: "what is compost" }));
  const { files } = await running.discord.rest.next("response");
  expect(files.map(({ name }) => name)).toEqual(["compost-heap.png"]);
  expect((await command("what-is-compost")).args.text).toContain("What is compost?");
});
