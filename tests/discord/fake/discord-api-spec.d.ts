/** Discord's API specification as zod schemas; the package has no types for them. */
declare module "discord-api-spec/zod" {
  import type * as z from "zod";

  export const ApplicationCommandAutocompleteCallbackRequestSchema: z.ZodType;
  export const ApplicationCommandUpdateRequestSchema: z.ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: z.ZodType;
  export const CreatePrivateChannelRequestSchema: z.ZodType;
  export const MessageCreateRequestSchema: z.ZodType;
  export const PongInteractionCallbackRequestSchema: z.ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: z.ZodType;
}
