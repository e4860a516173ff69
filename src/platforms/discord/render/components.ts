import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RawFile,
  type RESTAPIAttachment,
  SeparatorSpacingSize,
} from "discord.js";
import type { Entry } from "../../../core/entry.ts";
import { chunks } from "../../shared/chunks.ts";
import { clip } from "../../shared/clip.ts";
import { type Action, encode, encodeList } from "./actions.ts";
import { LIMITS } from "./limits.ts";

/** What Discord is sent: plain data, and the file of its picture where it has one. */
export interface Message {
  flags: number;
  components: APIMessageTopLevelComponent[];
  /** Nobody is ever notified, whatever the text says. */
  allowed_mentions: { parse: []; replied_user: false };
  /** All its files: where it takes another message's place, that one's files are removed. */
  attachments: RESTAPIAttachment[];
  /** The files themselves, which go beside the rest. */
  files?: RawFile[];
}

/** What the box of a message holds. */
export type Part = APIComponentInContainer;
/** What a row below it holds. */
export type Button = APIComponentInMessageActionRow;

/** Id of the text that restates the question, so that it can be read back from a message. */
export const ASKED = 4001;

/** A message with a box of parts and, below it, rows of buttons. */
export function message(parts: Part[], rows: APIActionRowComponent<Button>[] = []): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components: parts }, ...rows],
    allowed_mentions: { parse: [], replied_user: false },
    attachments: [],
  };
}

/** The same message, seen by one person alone. */
export function ephemeral(body: Message): Message {
  return { ...body, flags: body.flags | MessageFlags.Ephemeral };
}

/** Text in Discord's Markdown. */
export function text(content: string, id?: number): Part {
  return { type: ComponentType.TextDisplay, content: clip(content, LIMITS.text), ...(id && { id }) };
}

/** A line between parts. */
export function separator(): Part {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Buttons or lists in rows, or nothing where there are none. */
export function rows(buttons: readonly Button[]): APIActionRowComponent<Button>[] {
  return chunks(buttons, LIMITS.buttons).map((components) => ({ type: ComponentType.ActionRow, components }));
}

/** A button that has the bot do something. */
export function button(label: string, action: Action, { emoji }: { emoji?: string } = {}): Button {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: clip(label, LIMITS.label),
    custom_id: encode(action),
    ...(emoji && { emoji: { name: emoji } }),
  };
}

/** A button that opens an address. */
export function linkButton(label: string, url: string): Button {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, LIMITS.label), url };
}

/** A button for each entry. */
export function entryButtons(name: "read" | "choose", entries: readonly Entry[]): Button[] {
  return entries.map(({ id, label }) => button(label, { name, entry: id }));
}

/** A list of at most 25 entries to pick from, in a row of its own. */
export function entryList(title: string, entries: readonly Entry[], index: number): APIActionRowComponent<Button> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodeList(index),
        placeholder: clip(title, LIMITS.placeholder),
        options: entries.map((entry) => ({ label: clip(entry.title, LIMITS.option), value: entry.id })),
      },
    ],
  };
}
