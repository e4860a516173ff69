import { isDeepStrictEqual } from "node:util";
import { InteractionResponseType } from "discord.js";
import * as spec from "discord-api-spec/zod";
import * as z from "zod";
import { commandProblems } from "./command-rules.ts";
import { messageProblems } from "./message-rules.ts";
import type { Payload } from "./multipart.ts";

/** What is wrong with what a call carries, by Discord's published specification and by the rules it leaves unsaid. */
export const PROBLEMS = {
  message: ({ body, files }: Payload) => [
    ...against(spec.MessageCreateRequestSchema, body),
    ...messageProblems(body, files),
  ],
  commands: ({ body }: Payload) => [
    ...against(z.array(spec.ApplicationCommandUpdateRequestSchema), body),
    ...commandProblems(body),
  ],
  directChannel: ({ body }: Payload) => against(spec.CreatePrivateChannelRequestSchema, body),
  response: responseProblems,
};

const RESPONSES: Readonly<Record<number, z.ZodType>> = {
  [InteractionResponseType.Pong]: spec.PongInteractionCallbackRequestSchema,
  [InteractionResponseType.ChannelMessageWithSource]: spec.CreateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.DeferredMessageUpdate]: spec.UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.UpdateMessage]: spec.UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]:
    spec.ApplicationCommandAutocompleteCallbackRequestSchema,
};

const responseSchema = z.looseObject({ type: z.number(), data: z.unknown().optional() });
const choicesSchema = z.object({ choices: z.array(z.object({ name: z.string(), value: z.string() })) });

function responseProblems({ body, files }: Payload): string[] {
  const { type, data } = responseSchema.parse(body);
  const schema = RESPONSES[type];
  if (!schema) return [`the bot has no business with responses of type ${type}`];
  const problems = against(schema, body);
  if (type === InteractionResponseType.ApplicationCommandAutocompleteResult)
    return [...problems, ...choiceProblems(data)];
  const isEmpty = type === InteractionResponseType.Pong || type === InteractionResponseType.DeferredMessageUpdate;
  return isEmpty ? problems : [...problems, ...messageProblems(data, files)];
}

function choiceProblems(data: unknown): string[] {
  const { choices } = choicesSchema.parse(data);
  const isWrong = ({ name, value }: { name: string; value: string }) =>
    name.length < 1 || name.length > 100 || value.length < 1 || value.length > 100;
  return [
    ...(choices.length > 25 ? [`${choices.length} choices are more than 25`] : []),
    ...choices.filter(isWrong).map(({ name }) => `the choice “${name}” is empty or longer than 100 characters`),
  ];
}

/** The schemas pass over unknown fields, which are a mistake all the same: they show as a difference. */
function against(schema: z.ZodType, body: unknown): string[] {
  const { success, data, error } = schema.safeParse(body);
  if (!success) return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  return isDeepStrictEqual(data, body) ? [] : ["it has fields that the specification does not know"];
}
