import { ApplicationCommandType } from "discord.js";
import * as z from "zod";

const texts = z.record(z.string(), z.string()).nullish();

const commandsSchema = z.array(
  z.looseObject({
    type: z.number(),
    name: z.string(),
    name_localizations: texts,
    description: z.string().optional(),
    description_localizations: texts,
    options: z.array(z.looseObject({ name: z.string(), description: z.string() })).default([]),
  }),
);

type Command = z.infer<typeof commandsSchema>[number];

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What Discord's documentation says of commands and its specification does not. */
export function commandProblems(body: unknown): string[] {
  const commands = commandsSchema.parse(body);
  const names = commands.map(({ type, name }) => `${type} ${name}`);
  const onMessages = commands.filter(({ type }) => type === ApplicationCommandType.Message);
  return [
    ...(new Set(names).size < names.length ? ["two commands have one name"] : []),
    ...(onMessages.length > 15 ? ["there are more than 15 commands on messages"] : []),
    ...commands.flatMap(ruleProblems),
  ];
}

function ruleProblems(command: Command): string[] {
  const { type, name, description, options, name_localizations } = command;
  if (type === ApplicationCommandType.Message) {
    return description || options.length > 0
      ? [`${name}: a command on messages has no description and no options`]
      : [];
  }
  const called = [name, ...Object.values(name_localizations ?? {}), ...options.map((option) => option.name)];
  const wrong = called.filter((text) => !NAME.test(text) || text !== text.toLowerCase());
  return [
    ...wrong.map((text) => `${text} is no name for a command or an option`),
    ...(description ? [] : [`${name}: a description is missing`]),
    ...(characters(command) > 8000 ? [`${name}: it has more than 8,000 characters`] : []),
  ];
}

/** Of every text the longest language counts. */
function characters({ name, name_localizations, description, description_localizations, options }: Command): number {
  const longest = (text: string, others: Record<string, string> | null | undefined) =>
    Math.max(text.length, ...Object.values(others ?? {}).map(({ length }) => length));
  const own = longest(name, name_localizations) + longest(description ?? "", description_localizations);
  return options.reduce((sum, option) => sum + option.name.length + option.description.length, own);
}
