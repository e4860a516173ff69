import type { Answer, FoundAnswer } from "../../../core/answer.ts";
import type { Entry } from "../../../core/entry.ts";
import { diagramOf, type Pack } from "../../../core/pack.ts";
import { noAnswerText, sharedText, suggestionsText, WORDS } from "../../../core/wording.ts";
import { offeredEntries } from "../../shared/packs.ts";
import { restate } from "../../shared/restate.ts";
import { encode } from "./actions.ts";
import {
  ASKED,
  type Button,
  button,
  entryButtons,
  linkButton,
  type Message,
  message,
  type Part,
  rows,
  separator,
  text,
} from "./components.ts";
import { LIMITS } from "./limits.ts";
import { escapeText, toDiscordMarkdown } from "./markdown.ts";
import { attach, picture } from "./picture.ts";

/** Most entries, sources and buttons to read on in one message: with all of these it has just under 40 components. */
const MAX_SHOWN = 3;
const MAX_SOURCES = 10;
const MAX_NEXT = 10;
/** Characters left for labels. */
const MARGIN = 200;

/** How an answer is drawn. */
export interface RenderOptions {
  /** The question as it was typed; restated above the answer. */
  asked?: string | undefined;
  /** Offers to share the answer. */
  isShareable?: boolean | undefined;
  /** Id of the person who shared the answer. */
  sharedBy?: string | undefined;
}

/** An answer as a message. Never longer than Discord takes it. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): Message {
  switch (answer.kind) {
    case "answer":
      return renderFound(answer, options);
    case "suggestions":
      return renderChoice(suggestionsText(answer), rows(entryButtons("choose", answer.entries)), options);
    case "no-answer": {
      const offered = entryButtons("read", offeredEntries(answer.pack));
      return renderChoice(noAnswerText(answer), labelled(WORDS.featured, offered), options);
    }
  }
}

/** One line of the bot's own words. */
export function renderText(words: string): Message {
  return message([text(escapeText(words))]);
}

/** Entries as they were drawn before: reading Markdown is the slowest part of an answer. */
const texts = new WeakMap<Entry, string>();

/** An entry, without what leads on from it. */
export function entryText({ departsLabel }: Pack, entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { title, body, departs } = entry;
  const lines = [`### ${escapeText(title)}`, toDiscordMarkdown(body)];
  if (departs) lines.push(`-# **${escapeText(departsLabel)}:** ${toDiscordMarkdown(departs)}`);
  const drawn = lines.join("\n");
  texts.set(entry, drawn);
  return drawn;
}

/** Links to the documentation that was read for some entries. */
export function sources(entries: readonly Entry[]): Part[] {
  const references = entries.flatMap((entry) => entry.references).filter(({ url }) => url.length <= LIMITS.url);
  const titles = new Map(references.map(({ url, title }) => [url, title]));
  const buttons = [...titles].slice(0, MAX_SOURCES).map(([url, title]) => linkButton(title, url));
  return labelled(WORDS.sources, buttons);
}

/** Rows of buttons below a line that says what they are for, or nothing where there are none. */
export function labelled(label: string, buttons: readonly Button[]): Part[] {
  return buttons.length > 0 ? [text(`-# ${label}`), ...rows(buttons)] : [];
}

function renderFound(found: FoundAnswer, options: RenderOptions): Message {
  const { pack, entries, related } = found;
  const restated = restatedText(options);
  const notes = [...restatedParts(restated), ...(found.isRepeated ? [text(`-# ${WORDS.repeated}`)] : [])];
  const shown = showable(found, LIMITS.text - MARGIN - (restated?.length ?? 0));
  const ids = shown.map(({ id }) => id);
  const next = [...new Set([...entries, ...related])].filter((entry) => !shown.includes(entry)).slice(0, MAX_NEXT);
  const diagram = diagramOf(pack, entries);
  const parts = [
    ...notes,
    ...shown.flatMap((entry, index) => [...(index > 0 ? [separator()] : []), text(entryText(pack, entry))]),
    ...picture(diagram),
    ...sources(shown),
    ...(next.length > 0 ? [separator()] : []),
    ...labelled(WORDS.related, entryButtons("read", next)),
  ];
  const share = options.isShareable ? [button(WORDS.share, { name: "share", entries: ids }, { emoji: "📢" })] : [];
  return attach(message(parts, rows([...share, ...feedbackButtons(ids)])), diagram);
}

/** The entries that fit into one message together, the first in any case. The others get a button each. */
function showable({ pack, entries }: FoundAnswer, room: number): Entry[] {
  const [first, ...others] = entries;
  const shown = [first];
  let left = room - entryText(pack, first).length;
  for (const entry of others.slice(0, MAX_SHOWN - 1)) {
    left -= entryText(pack, entry).length;
    const ids = encode({ name: "feedback", helpful: false, entries: [...shown, entry].map(({ id }) => id) });
    if (left < 0 || ids.length > LIMITS.customId) break;
    shown.push(entry);
  }
  return shown;
}

function renderChoice(words: string, choice: readonly Part[], options: RenderOptions): Message {
  return message([...restatedParts(restatedText(options)), text(escapeText(words)), ...choice]);
}

function restatedText({ asked, sharedBy }: RenderOptions): string | undefined {
  if (asked === undefined) return undefined;
  const question = escapeText(restate(asked));
  return sharedBy === undefined ? `-# ${question}` : sharedText(`<@${sharedBy}>`, question);
}

function restatedParts(restated: string | undefined): Part[] {
  return restated === undefined ? [] : [text(restated, ASKED)];
}

function feedbackButtons(entries: readonly string[]): Button[] {
  return [
    button(WORDS.helpful, { name: "feedback", helpful: true, entries }, { emoji: "👍" }),
    button(WORDS.notHelpful, { name: "feedback", helpful: false, entries }, { emoji: "👎" }),
  ];
}
