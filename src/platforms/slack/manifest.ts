import type { webApi } from "@slack/bolt";
import type { Pack } from "../../core/pack.ts";
import { appName, WORDS } from "../../core/wording.ts";
import { clip } from "../shared/clip.ts";
import { ANSWER_MESSAGE } from "./render/actions.ts";
import { suggestedPrompts } from "./render/pages.ts";

/** A manifest, as Slack reads it. */
export type Manifest = webApi.AppsManifestCreateArguments["manifest"];
type Scopes = NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>;

/** What the app may do in a workspace: no more than it needs. */
export const SCOPES = [
  "app_mentions:read",
  "assistant:write",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "mpim:history",
] as const;

/** Most characters that Slack takes in a manifest. */
const LIMITS = { name: 35, description: 140, agentDescription: 300 };

/**
 * The manifest from which the Slack app for some packs is created: https://docs.slack.dev/reference/app-manifest
 * @param url public base address of the bot, for HTTP mode; without it, Socket Mode
 */
export function createManifest(packs: readonly [Pack, ...Pack[]], url?: string): Manifest {
  const [first] = packs;
  const titles = packs.map(({ title }) => title).join(", ");
  const description = packs.map((pack) => pack.description).join(" ");
  const requestUrl = url && new URL("/slack/events", url).href;
  return {
    display_information: {
      name: clip(appName(titles), LIMITS.name),
      description: clip(description, LIMITS.description),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: `${first.command}-answers`, always_online: true },
      agent_view: {
        agent_description: clip(description, LIMITS.agentDescription),
        suggested_prompts: suggestedPrompts(packs),
      },
      shortcuts: [
        {
          name: WORDS.answerMessage,
          type: "message",
          callback_id: ANSWER_MESSAGE,
          description: WORDS.answerMessageHint,
        },
      ],
      slash_commands: packs.map((pack) => ({
        command: `/${pack.command}`,
        description: pack.description,
        usage_hint: WORDS.usage,
        should_escape: false,
        ...(requestUrl && { url: requestUrl }),
      })),
    },
    // The type lacks assistant:write, which Slack requires for an agent view.
    oauth_config: { scopes: { bot: [...SCOPES] } as Scopes },
    settings: {
      event_subscriptions: {
        bot_events: [
          "app_home_opened",
          "app_mention",
          "message.channels",
          "message.groups",
          "message.im",
          "message.mpim",
        ],
        ...(requestUrl && { request_url: requestUrl }),
      },
      interactivity: { is_enabled: true, ...(requestUrl && { request_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: !requestUrl,
      token_rotation_enabled: false,
    },
  };
}
