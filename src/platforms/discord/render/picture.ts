import { ComponentType } from "discord.js";
import type { Diagram } from "../../../core/pack.ts";
import type { Message, Part } from "./components.ts";

/** The part that shows a diagram, in a message that it is attached to; nothing without a diagram. */
export function picture(diagram: Diagram | undefined): Part[] {
  if (!diagram) return [];
  const media = { url: `attachment://${fileName(diagram)}` };
  return [{ type: ComponentType.MediaGallery, items: [{ media, description: diagram.alt }] }];
}

/** A message with a diagram attached, which shows only where a part refers to it; unchanged without a diagram. */
export function attach(message: Message, diagram: Diagram | undefined): Message {
  if (!diagram) return message;
  const name = fileName(diagram);
  return {
    ...message,
    attachments: [{ id: "0", filename: name, description: diagram.alt }],
    files: [{ name, data: diagram.image, contentType: "image/png" }],
  };
}

/** A message without its picture. */
export function withoutPicture({ files, ...message }: Message): Message {
  return { ...message, components: message.components.map(withoutGallery), attachments: [] };
}

function withoutGallery(component: Message["components"][number]): Message["components"][number] {
  if (component.type !== ComponentType.Container) return component;
  return { ...component, components: component.components.filter(({ type }) => type !== ComponentType.MediaGallery) };
}

/** Ids hold no character that Discord would change in a file's name. */
function fileName({ id }: Diagram): string {
  return `${id}.png`;
}
