import {
  type APIApplicationCommand,
  DiscordAPIError,
  type RawFile,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from "discord.js";
import * as z from "zod";
import type { DiscordConfig } from "../../../config.ts";
import { BotError } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { type InteractionResponse, isMessage } from "../render/response.ts";
import type { Timing } from "../timing.ts";
import { TOKEN_HINT } from "./hints.ts";
import { createRestClients } from "./rest-clients.ts";

/** A command to register. */
export type Definition = RESTPostAPIApplicationCommandsJSONBody;
/** A command as Discord has it. */
export type Registered = APIApplicationCommand;

const applicationSchema = z.object({
  id: z.string(),
  /** The key that signs interactions over HTTP. */
  verify_key: z.string(),
});

const gatewaySchema = z.object({ shards: z.number() });

const rolesSchema = z.array(z.object({ id: z.string(), tags: z.object({ bot_id: z.string().optional() }).optional() }));

/** The application that a token belongs to. */
export type Application = z.infer<typeof applicationSchema>;

/** A message to post, and the files that go beside it. */
export type Post = RESTPostAPIChannelMessageJSONBody & { files?: RawFile[] };

/** Which commands: those of one server or, without one, the global ones. */
export interface CommandScope {
  applicationId: string;
  guildId?: string | undefined;
}

/**
 * The calls that the bot makes to Discord. Each fails after its deadline, and those that read throw a BotError where
 * Discord refuses the token.
 */
export interface Api {
  /** The application that the token belongs to. */
  application(): Promise<Application>;
  /** How many connections Discord wants for the servers that the bot is in. */
  recommendedShards(): Promise<number>;
  /** The commands that are registered. */
  commands(scope: CommandScope): Promise<Registered[]>;
  setCommands(scope: CommandScope, definitions: readonly Definition[]): Promise<void>;
  /** Answers an interaction. */
  respond(interaction: { id: string; token: string }, response: InteractionResponse): Promise<void>;
  /** Posts in a channel; the same nonce never posts twice. */
  post(channelId: string, message: Post): Promise<void>;
  /** Id of the role that Discord made for a bot in a server; nothing where there is none. */
  ownRole(guildId: string, bot: string): Promise<string | undefined>;
  /** Id of the channel for direct messages with a person. */
  directChannel(userId: string): Promise<string>;
}

/** The calls, each with the patience that suits it. */
export function createApi({ token, apiUrl }: DiscordConfig, log: Logger, timing: Timing): Api {
  const { responses, uploads, calls } = createRestClients(apiUrl, log, timing);
  /** Sets the token each time: the client drops it after a single refusal, which an outage can cause. */
  const authorized = () => calls.setToken(token);
  const signal = () => AbortSignal.timeout(timing.call);

  const get = async (route: `/${string}`, query?: URLSearchParams): Promise<unknown> => {
    try {
      return await authorized().get(route, { signal: signal(), ...(query && { query }) });
    } catch (error) {
      const isRefused = error instanceof DiscordAPIError && error.status === 401;
      throw isRefused ? new BotError("Discord refuses the token.", TOKEN_HINT, { cause: error }) : error;
    }
  };

  return {
    async application() {
      return applicationSchema.parse(await get(Routes.currentApplication()));
    },
    async recommendedShards() {
      return gatewaySchema.parse(await get(Routes.gatewayBot())).shards;
    },
    async commands(scope) {
      const query = new URLSearchParams({ with_localizations: "true" });
      return (await get(commandsRoute(scope), query)) as Registered[];
    },
    async setCommands(scope, definitions) {
      await authorized().put(commandsRoute(scope), { body: definitions, signal: signal() });
    },
    async respond({ id, token: interactionToken }, response) {
      const { body, files } = apart(response);
      const rest = files.length > 0 ? uploads : responses;
      const deadline = AbortSignal.timeout(timing.answer);
      await rest.post(Routes.interactionCallback(id, interactionToken), { body, files, auth: false, signal: deadline });
    },
    async post(channelId, { files = [], ...body }) {
      await authorized().post(Routes.channelMessages(channelId), { body, files, signal: signal() });
    },
    async ownRole(guildId, bot) {
      const roles = rolesSchema.parse(await get(Routes.guildRoles(guildId)));
      return roles.find(({ tags }) => tags?.bot_id === bot)?.id;
    },
    async directChannel(userId) {
      const body = { recipient_id: userId };
      const channel = await authorized().post(Routes.userChannels(), { body, signal: signal() });
      return z.object({ id: z.string() }).parse(channel).id;
    },
  };
}

/** Separates a response from its files, which are sent beside it. */
function apart(response: InteractionResponse): { body: unknown; files: RawFile[] } {
  if (!isMessage(response)) return { body: response, files: [] };
  const { files = [], ...data } = response.data;
  return { body: { type: response.type, data }, files };
}

function commandsRoute({ applicationId, guildId }: CommandScope) {
  return guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);
}
