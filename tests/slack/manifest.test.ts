import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { createManifest } from "../../src/platforms/slack/manifest.ts";
import { GARDEN_FOLDER, KNOWLEDGE_FOLDER, packIn } from "../fixtures/packs.ts";

const docker = packIn(KNOWLEDGE_FOLDER);
const garden = packIn(GARDEN_FOLDER);

const text = (max: number) => z.string().min(1).max(max);
const address = z.url({ protocol: /^https$/ }).optional();

/** Slack's rules for the parts of a manifest that the bot uses: https://docs.slack.dev/reference/app-manifest */
const manifest = z.strictObject({
  display_information: z.strictObject({ name: text(35), description: text(140) }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80).regex(/^[a-z0-9_.-]+$/), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z
        .array(z.strictObject({ title: text(100), message: text(300) }))
        .min(1)
        .max(4),
    }),
    shortcuts: z
      .array(
        z.strictObject({ name: text(24), type: z.literal("message"), callback_id: text(255), description: text(150) }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[a-z0-9_-]+$/),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.boolean(),
          url: address,
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(text(50)).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(text(50)).max(100), request_url: address }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

it("is a manifest that Slack takes, for any packs and both transports", () => {
  for (const from of [[docker], [garden], [docker, garden]] as const) {
    expect(manifest.safeParse(createManifest(from)).error).toBeUndefined();
    const http = createManifest(from, "https://bot.example.com");
    expect(manifest.safeParse(http).error).toBeUndefined();
    expect(http.settings?.socket_mode_enabled).toBe(false);
    expect(http.settings?.interactivity?.request_url).toBe("https://bot.example.com/slack/events");
  }
});

it("asks for every scope that its events need", () => {
  const { settings, oauth_config } = createManifest([docker]);
  const needed = {
    app_mention: "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
  };
  const scopes: readonly string[] = oauth_config?.scopes?.bot ?? [];
  for (const event of settings?.event_subscriptions?.bot_events ?? []) {
    if (event in needed) expect(scopes).toContain(needed[event as keyof typeof needed]);
  }
});

it("is the one in the repository: otherwise run npm run slack:manifest", () => {
  expect(parse(readFileSync("slack-manifest.yaml", "utf8"))).toEqual(createManifest([docker]));
});
