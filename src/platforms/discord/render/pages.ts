import { diagramOf, entriesById, type Pack, type Packs } from "../../../core/pack.ts";
import type { Reply, TourStop } from "../../../core/reply.ts";
import { tourHeading, WORDS } from "../../../core/wording.ts";
import { chunks } from "../../shared/chunks.ts";
import { topicLists } from "../../shared/packs.ts";
import { entryText, labelled, type RenderOptions, renderAnswer, renderText, sources } from "./answer.ts";
import { type Button, button, entryButtons, entryList, type Message, message, rows, text } from "./components.ts";
import { LIMITS } from "./limits.ts";
import { escapeText } from "./markdown.ts";
import { attach, picture } from "./picture.ts";

/** Lists on one page of the topics: a list takes 2 components, and the box, the heading and the buttons need 5. */
const LISTS_ON_PAGE = Math.floor((LIMITS.components - 5) / 2);
/** Packs that the welcome describes; more might not fit into a message. */
const MAX_DESCRIBED = 10;

/** What the bot says, as a message; the options are for answers. */
export function renderReply(reply: Reply, options: RenderOptions = {}): Message {
  switch (reply.kind) {
    case "answer":
      return renderAnswer(reply.answer, options);
    case "help":
      return renderHelp(reply.packs);
    case "topics":
      return renderTopics(reply.packs, reply.page);
    case "stop":
      return renderStop(reply);
    case "note":
      return renderText(reply.text);
  }
}

/** The welcome of the first pack, with questions to start from, its tour and topics, and what else can be asked. */
function renderHelp([pack, ...others]: Packs): Message {
  const lines = others
    .slice(0, MAX_DESCRIBED)
    .map(({ command, description }) => `**/${command}** ${escapeText(description)}`);
  const ways: Button[] = [button(WORDS.startTour, { name: "tour", pack: pack.name, stop: 0 }), topicsButton(pack)];
  return message([
    text([escapeText(pack.welcome), ...lines].join("\n")),
    ...labelled(WORDS.featured, entryButtons("read", entriesById(pack, pack.featured))),
    ...rows(ways),
  ]);
}

/** A page, counted from 0, of the topics of one pack or of all, each with lists of its questions. */
function renderTopics(packs: readonly Pack[], page: number): Message {
  const pages = chunks(
    packs.flatMap((pack) => topicLists(pack, LIMITS.options)),
    LISTS_ON_PAGE,
  );
  const current = Math.min(page, pages.length - 1);
  const [pack, ...others] = packs;
  const of = pack && others.length === 0 ? { pack: pack.name } : {};
  const turn = (label: string, to: number) => button(label, { name: "topics", page: to, ...of });
  const lists = (pages[current] ?? []).map(({ title, entries }, index) => entryList(title, entries, index));
  return message([
    text(`### ${WORDS.topics}`),
    ...lists,
    ...rows([
      ...(current + 1 < pages.length ? [turn(WORDS.next, current + 1)] : []),
      ...(current > 0 ? [turn(WORDS.back, current - 1)] : []),
    ]),
  ]);
}

/** One stop of a pack's tour, with buttons that lead on. */
function renderStop({ pack, stop, entry }: TourStop): Message {
  const turn = (label: string, to: number) => button(label, { name: "tour", pack: pack.name, stop: to });
  const diagram = diagramOf(pack, [entry]);
  const heading = text(`-# ${escapeText(tourHeading(pack, stop))}`);
  const isLast = stop + 1 === pack.tour.length;
  // What leads on is always first, so that it can be pressed again and again.
  const ways = [
    isLast ? topicsButton(pack) : turn(WORDS.next, stop + 1),
    ...(stop > 0 ? [turn(WORDS.back, stop - 1)] : []),
  ];
  const end = isLast ? [text(`-# ${WORDS.tourEnd}`)] : [];
  const parts = [heading, text(entryText(pack, entry)), ...picture(diagram), ...sources([entry]), ...end];
  return attach(message(parts, rows(ways)), diagram);
}

function topicsButton(pack: Pack): Button {
  return button(WORDS.topics, { name: "topics", pack: pack.name, page: 0 });
}
