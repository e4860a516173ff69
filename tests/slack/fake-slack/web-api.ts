import { blockProblems, textProblems, viewProblems } from "./block-kit.ts";

export type Args = Record<string, unknown>;

export const TOKENS = { bot: "xoxb-1-fake", app: "xapp-1-fake" };
export const BOT = { user: "UBOT", bot: "BBOT" };
/** The channels that the bot is a member of; it may write in no other. */
export const CHANNELS = ["C1", "C2", "D1"];

interface Method {
  token: keyof typeof TOKENS;
  /** Argument → whether it is required. */
  args: Record<string, boolean>;
  /** What is wrong with the arguments beyond their names. */
  problems?: (args: Args) => string[];
  /** Slack's refusal, if it refuses. */
  refuses?: (args: Args) => string | undefined;
  result?: object;
}

const MESSAGE = { channel: true, text: false, blocks: false, thread_ts: false };
const ids = [...CHANNELS, "U1", "U2"];

/** The methods that the bot calls, with the arguments they take. Everything else is refused. */
export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": {
    token: "bot",
    args: {},
    result: { user_id: BOT.user, user: "helper", bot_id: BOT.bot, team_id: "T1", team: "Fake" },
  },
  "apps.connections.open": { token: "app", args: {} },
  "chat.postMessage": {
    token: "bot",
    args: { ...MESSAGE, unfurl_links: true, unfurl_media: true },
    problems: (args) => [...messageProblems(args), ...unfurlProblems(args)],
    refuses: writeRefusal,
    result: { ts: "1700000000.000100" },
  },
  "chat.postEphemeral": {
    token: "bot",
    args: { ...MESSAGE, user: true },
    problems: messageProblems,
    refuses: writeRefusal,
  },
  "views.open": { token: "bot", args: { trigger_id: true, view: true }, problems: ({ view }) => viewProblems(view) },
  "views.update": { token: "bot", args: { view_id: true, view: true }, problems: ({ view }) => viewProblems(view) },
  "views.publish": { token: "bot", args: { user_id: true, view: true }, problems: ({ view }) => viewProblems(view) },
  // With a thread_ts, Slack answers ok and does nothing in the agent view.
  "assistant.threads.setSuggestedPrompts": {
    token: "bot",
    args: { channel_id: true, title: false, prompts: true },
    problems: ({ prompts }) => (Array.isArray(prompts) && prompts.length <= 4 ? [] : ["1 to 4 prompts"]),
  },
};

/** What is wrong with a message, wherever it is sent. */
export function messageProblems({ text, blocks }: Args): string[] {
  if (typeof text !== "string" || text === "") return ["a message needs text for notifications"];
  const tooLong = text.length > 4000 ? ["the text is longer than Slack recommends"] : [];
  return [...tooLong, ...textProblems(text), ...(blocks === undefined ? [] : blockProblems(blocks))];
}

/** An answer never unfurls. */
export function unfurlProblems({ unfurl_links, unfurl_media }: Args): string[] {
  return String(unfurl_links) === "false" && String(unfurl_media) === "false" ? [] : ["links would unfurl"];
}

/** What is wrong with the arguments of a method. */
export function argumentProblems({ args: known, problems }: Method, args: Args): string[] {
  const missing = Object.keys(known).filter((name) => known[name] && args[name] === undefined);
  const unknown = Object.keys(args).filter((name) => !(name in known));
  return [
    ...missing.map((name) => `${name} is missing`),
    ...unknown.map((name) => `${name} is not an argument`),
    ...(problems?.(args) ?? []),
  ];
}

function writeRefusal({ channel }: Args): string | undefined {
  if (ids.includes(String(channel))) return undefined;
  return String(channel).startsWith("C") ? "not_in_channel" : "channel_not_found";
}
