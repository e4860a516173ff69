/**
 * Writes slack-manifest.yaml, from which the Slack app is created, after the packs: `npm run slack:manifest`.
 * With a public address, prints the manifest for HTTP mode instead: `npm run slack:manifest -- https://bot.example.com`.
 */
import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createManifest } from "../src/platforms/slack/manifest.ts";

const FILE = "slack-manifest.yaml";
const HEADER =
  "# The Slack app: https://api.slack.com/apps, Create New App, From a manifest. Written by npm run slack:manifest.\n";

const [first, ...others] = loadKnowledge("knowledge");
if (!first) throw new Error("There is no pack in knowledge/");
const url = process.argv[2];
const manifest = HEADER + stringify(createManifest([first, ...others], url));
if (url) console.log(manifest);
else writeFileSync(FILE, manifest);
