import type { types } from "@slack/bolt";
import type { Entry } from "../../../core/entry.ts";
import { diagramOf, type Pack } from "../../../core/pack.ts";
import { clip } from "../../shared/clip.ts";
import { type Message, plainText } from "./blocks.ts";
import { LIMITS } from "./limits.ts";

/**
 * The block that shows the diagram which goes with entries; nothing where there is none.
 * @param baseUrl address of a public copy of the packs, from which Slack fetches the picture; without it there is none
 */
export function pictures(pack: Pack, entries: readonly Entry[], baseUrl: string | undefined): types.ImageBlock[] {
  const diagram = diagramOf(pack, entries);
  if (!diagram || baseUrl === undefined) return [];
  const path = `${encodeURIComponent(pack.name)}/diagrams/${diagram.id}.png`;
  return [
    {
      type: "image",
      title: plainText(diagram.title, LIMITS.pictureTitle),
      image_url: `${baseUrl.replace(/\/+$/, "")}/${path}`,
      alt_text: clip(diagram.alt, LIMITS.alt),
    },
  ];
}

/** Whether a message shows a picture, which Slack has to fetch before it takes the message. */
export function hasPicture({ blocks }: Message): boolean {
  return blocks.some(({ type }) => type === "image");
}

/** A message without its pictures. */
export function withoutPictures({ text, blocks }: Message): Message {
  return { text, blocks: blocks.filter(({ type }) => type !== "image") };
}
