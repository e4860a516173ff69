import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blockProblems } from "./fake-slack/block-kit.ts";

const docs = readFileSync("docs/slack.md", "utf8");

it("shows an answer that Slack takes, and links to the same in the Block Kit Builder", () => {
  const json = JSON.parse(/```json\n(?<json>.*?)```/s.exec(docs)?.groups?.["json"] ?? "");
  const link = /https:\/\/app\.slack\.com\/block-kit-builder\/#(?<hash>[^)]+)/.exec(docs)?.groups?.["hash"] ?? "";
  expect(blockProblems(json.blocks)).toEqual([]);
  expect(JSON.parse(decodeURIComponent(link))).toEqual(json);
});
