import type { types } from "@slack/bolt";
import type { Entry } from "../../../core/entry.ts";
import type { Pack } from "../../../core/pack.ts";
import { WORDS } from "../../../core/wording.ts";
import { context, header, type Message, section } from "./blocks.ts";
import { escapeText, link, toMrkdwn, toMrkdwnSections, toPlainText } from "./mrkdwn.ts";

/** An entry with a picture, without what leads on from it. Its text is not escaped. */
export function renderEntry(pack: Pack, entry: Entry, picture: readonly types.ImageBlock[] = []): Message {
  const { text, blocks } = renderBody(pack, entry);
  return { text, blocks: [...blocks, ...picture, ...sources(entry)] };
}

/** Entries as they were rendered before: parsing takes milliseconds, and an entry never changes. */
const rendered = new WeakMap<Entry, Message>();

function renderBody({ departsLabel }: Pack, entry: Entry): Message {
  const known = rendered.get(entry);
  if (known) return known;
  const { title, body, departs } = entry;
  const lines = [title, toPlainText(body), ...(departs ? [`${departsLabel}: ${toPlainText(departs)}`] : [])];
  const blocks = [
    header(title),
    ...toMrkdwnSections(body).map(section),
    ...(departs ? [context(`*${escapeText(departsLabel)}:* ${toMrkdwn(departs)}`)] : []),
  ];
  const message = { text: lines.join("\n\n"), blocks };
  rendered.set(entry, message);
  return message;
}

function sources({ references }: Entry): types.ContextBlock[] {
  if (references.length === 0) return [];
  const links = references.map(({ url, title }) => link(url, title)).join(" · ");
  return [context(`${WORDS.sources}: ${links}`)];
}
