/**
 * Writes slack-manifest.yaml, from which the Slack app is created, after the packs: `npm run slack:manifest`.
 * With a public address, prints the manifest for HTTP mode instead: `npm run slack:manifest -- https://bot.example.com`.
 */
import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { BotError, errorText } from "../src/errors.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createManifest } from "../src/platforms/slack/manifest.ts";

const FILE = "slack-manifest.yaml";
const HEADER =
  "# The Slack app: https://api.slack.com/apps, Create New App, From a manifest. Written by npm run slack:manifest.\n";

try {
  const packs = loadKnowledge("knowledge");
  const url = process.argv[2];
  if (url !== undefined && !(URL.canParse(url) && url.startsWith("https://"))) {
    throw new BotError(
      `${url} is no https address.`,
      "Name the bot's public address, such as https://bot.example.com.",
    );
  }
  const manifest = HEADER + stringify(createManifest(packs, url));
  if (url === undefined) writeFileSync(FILE, manifest);
  else console.log(manifest);
} catch (error) {
  console.error(errorText(error));
  process.exit(1);
}
