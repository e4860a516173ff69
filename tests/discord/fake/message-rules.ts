import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import * as z from "zod";
import { attachmentProblems } from "./attachment-rules.ts";
import type { SentFile } from "./multipart.ts";

interface Component {
  type: number;
  style?: number | undefined;
  id?: number | undefined;
  content?: string | undefined;
  label?: string | undefined;
  custom_id?: string | undefined;
  url?: string | undefined;
  emoji?: unknown;
  options?: { value: string }[] | undefined;
  items?: { description?: string | undefined; media: { url: string } }[] | undefined;
  components?: Component[] | undefined;
}

const componentSchema: z.ZodType<Component> = z.looseObject({
  type: z.number(),
  style: z.number().optional(),
  id: z.number().optional(),
  content: z.string().optional(),
  label: z.string().optional(),
  custom_id: z.string().optional(),
  url: z.string().optional(),
  emoji: z.unknown().optional(),
  options: z.array(z.object({ value: z.string() })).optional(),
  items: z.array(z.object({ description: z.string().optional(), media: z.object({ url: z.string() }) })).optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});

const messageSchema = z.looseObject({
  flags: z.number(),
  components: z.array(componentSchema).min(1),
  allowed_mentions: z.object({ parse: z.array(z.string()), replied_user: z.boolean() }),
  // A message that is updated keeps its files unless it is told which ones to keep.
  attachments: z.array(
    z.object({ id: z.string(), filename: z.string().optional(), description: z.string().optional() }),
  ),
});

/** What Discord's documentation says of messages and its specification does not. */
export function messageProblems(body: unknown, files: readonly SentFile[]): string[] {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const { flags, components, allowed_mentions, attachments } = parsed.data;
  const all = components.flatMap(withParts);
  const shown = all.flatMap(({ items = [] }) => items.map(({ media }) => media.url));
  const characters = all.reduce((sum, { content = "" }) => sum + content.length, 0);
  return [
    ...problem((flags & MessageFlags.IsComponentsV2) === 0, "the flag for components of version 2 is missing"),
    ...problem("content" in parsed.data || "embeds" in parsed.data, "content and embeds cannot stand with components"),
    ...problem(allowed_mentions.parse.length > 0 || allowed_mentions.replied_user, "somebody would be notified"),
    ...problem(all.length > 40, `${all.length} components are more than 40`),
    ...problem(characters > 4000, `${characters} characters of text are more than 4,000`),
    ...repeated(
      "custom_id",
      all.flatMap(({ custom_id }) => custom_id ?? []),
    ),
    ...repeated(
      "id",
      all.flatMap(({ id }) => (id ? [String(id)] : [])),
    ),
    ...attachmentProblems(attachments, files, shown),
    ...all.flatMap(componentProblems),
  ];
}

function withParts(component: Component): Component[] {
  return [component, ...(component.components ?? []).flatMap(withParts)];
}

function componentProblems(component: Component): string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return problem(!component.content?.trim(), "a text is empty");
    case ComponentType.Button:
      return buttonProblems(component);
    case ComponentType.StringSelect:
      return repeated(
        "option",
        (component.options ?? []).map(({ value }) => value),
      );
    case ComponentType.ActionRow:
      return rowProblems(component.components ?? []);
    case ComponentType.MediaGallery:
      return problem(!component.items?.every(({ description }) => description), "a picture has no description");
    default:
      return [];
  }
}

function buttonProblems({ style, label, emoji, custom_id, url }: Component): string[] {
  const isLink = style === ButtonStyle.Link;
  return [
    ...problem(!label && !emoji, "a button has neither a label nor an emoji"),
    ...problem(isLink !== (url !== undefined), "a button has an address and is no link, or the other way round"),
    ...problem(isLink === (custom_id !== undefined), "a button has no custom_id, or is a link that has one"),
    ...problem(url !== undefined && !/^https?:\/\//.test(url), "a link leads nowhere"),
  ];
}

function rowProblems(parts: readonly Component[]): string[] {
  const lists = parts.filter(({ type }) => type !== ComponentType.Button);
  return problem(lists.length > 0 && parts.length > 1, "a list shares its row");
}

function repeated(what: string, values: readonly string[]): string[] {
  return problem(new Set(values).size < values.length, `a ${what} stands there twice`);
}

function problem(isPresent: boolean, message: string): string[] {
  return isPresent ? [message] : [];
}
