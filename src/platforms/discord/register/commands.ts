import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
} from "discord.js";
import type { Pack } from "../../../core/pack.ts";
import { WORDS } from "../../../core/wording.ts";
import type { Api, CommandScope, Definition, Registered } from "../deliver/api.ts";

/** Names of the slash command's options. */
export const OPTIONS = { question: "question", share: "share" } as const;

/** Everywhere: in servers, with the bot alone and in other private conversations; for servers and for single people. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** A slash command for each pack, and the command that answers a message. */
export function commandDefinitions(packs: readonly Pack[]): Definition[] {
  return [
    ...packs.map(slashCommand),
    { type: ApplicationCommandType.Message, name: WORDS.answerMessage, ...EVERYWHERE },
  ];
}

/** Registers the packs' commands where they differ from what is registered, and says whether they did. */
export async function registerCommands(api: Api, scope: CommandScope, packs: readonly Pack[]): Promise<boolean> {
  const definitions = commandDefinitions(packs);
  const wanted = scope.guildId ? definitions.map(forOneServer) : definitions;
  if (isDeepStrictEqual(comparable(wanted), comparable(await api.commands(scope)))) return false;
  await api.setCommands(scope, wanted);
  return true;
}

function slashCommand({ command, description, localizations = {} }: Pack): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command,
    name_localizations: localized(localizations, "command"),
    description,
    description_localizations: localized(localizations, "description"),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: OPTIONS.question,
        description: WORDS.askHint,
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, name: OPTIONS.share, description: WORDS.shareHint },
    ],
    ...EVERYWHERE,
  };
}

/** Discord refuses contexts and installation types for the commands of one server. */
function forOneServer({ contexts, integration_types, ...definition }: Definition): Definition {
  return definition;
}

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** One text of a command, in those of its languages that Discord knows. */
function localized(
  localizations: NonNullable<Pack["localizations"]>,
  field: "command" | "description",
): LocalizationMap {
  const texts = Object.entries(localizations).map(([locale, localization]) => [locale, localization[field]] as const);
  return Object.fromEntries(texts.filter(([locale, text]) => LOCALES.has(locale) && text !== undefined));
}

/** What counts when commands are compared, sorted; Discord adds ids and leaves out what is empty. */
function comparable(commands: readonly (Definition | Registered)[]): unknown[] {
  return commands.map(comparableCommand).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function comparableCommand(command: Definition | Registered) {
  return {
    name: command.name,
    type: command.type ?? ApplicationCommandType.ChatInput,
    names: command.name_localizations ?? {},
    description: ("description" in command && command.description) || "",
    descriptions: ("description_localizations" in command && command.description_localizations) || {},
    contexts: new Set(command.contexts),
    installations: new Set(command.integration_types),
    options: ("options" in command && command.options ? command.options : []).map(comparableOption),
  };
}

function comparableOption({ type, name, description, ...option }: APIApplicationCommandOption) {
  const { required = false } = option;
  const autocomplete = "autocomplete" in option && option.autocomplete === true;
  return { type, name, description, required, autocomplete };
}
