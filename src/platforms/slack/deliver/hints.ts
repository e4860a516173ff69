import { REFUSED_TOKEN, UNREADABLE } from "./failure.ts";

const REINSTALL = "Compare the app's scopes with slack-manifest.yaml, then reinstall it to the workspace.";
const BOT_TOKEN =
  "Copy the Bot User OAuth Token from the app's page OAuth & Permissions into SLACK_BOT_TOKEN, and restart.";
const INVITE = "Invite the bot to the channel: /invite @ and its name.";
const REPORT = "This is a mistake of the bot: please report it with the entry's id.";
const PICTURE = `Where the answer has a picture: does DIAGRAM_BASE_URL lead to it, without a login? Else: ${REPORT}`;
const BETWEEN = "Something other than Slack answered: does SLACK_API_URL lead to Slack, and no proxy stand between?";
const NETWORK = "No connection to Slack: do the network, DNS and firewall of this machine let the bot out?";
const WEBSOCKET = "The socket to Slack does not open: do the firewall and proxy let WebSockets (wss://) out?";
const WAIT = "Nothing to do: it passes by itself. If it lasts, see https://slack-status.com.";

const HINTS: Readonly<Record<string, string>> = {
  invalid_blocks: PICTURE,
  not_in_channel: INVITE,
  channel_not_found: INVITE,
  is_archived: "The channel is archived: ask elsewhere.",
  restricted_action: "A workspace or channel setting keeps apps from posting there: ask an admin to allow it.",
  missing_scope: REINSTALL,
  no_permission: REINSTALL,
  used_url: "More than five replies to one interaction, or half an hour has passed: ask again.",
  expired_url: "Half an hour has passed since the interaction: ask again.",
  expired_trigger_id: "Slack took more than three seconds to deliver a press, or the bot was busy.",
  ratelimited:
    "Slack limits how often it is called, such as to about one message a second in a channel: nothing to do.",
  timeout: WAIT,
  no_code: BETWEEN,
  no_hello: WEBSOCKET,
  closed_before_hello: WEBSOCKET,
};

/** What to do about one of Slack's error codes; one sentence for whoever reads the log. */
export function hintFor(code: string): string {
  if (REFUSED_TOKEN.has(code)) return BOT_TOKEN;
  const hint = HINTS[code];
  if (hint !== undefined) return hint;
  if (UNREADABLE.has(code)) return REPORT;
  if (code.startsWith("http_5")) return WAIT;
  if (code.startsWith("http_")) return BETWEEN;
  // Codes of the network and names of its errors: Slack's own are in lower case.
  if (/[A-Z]/.test(code)) return NETWORK;
  return `See https://docs.slack.dev/reference/methods for what ${code} means.`;
}
