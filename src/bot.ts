import { createConversations } from "./conversations.ts";
import { type Answer, answerOf, type FoundAnswer, surer } from "./core/answer.ts";
import { type Command, parseCommand } from "./core/command.ts";
import { lastShownAfter } from "./core/conversation.ts";
import type { Entry } from "./core/entry.ts";
import { entriesById, type Pack, type Packs, packsNamed } from "./core/pack.ts";
import type { Question } from "./core/question.ts";
import { answerReply, type Reply } from "./core/reply.ts";
import { finish, type Steps } from "./core/steps.ts";
import { WORDS } from "./core/wording.ts";
import { buildEngine, type Engine } from "./search/engine.ts";

/** One engine for each pack. */
type Engines = readonly [Engine, ...Engine[]];

/** The bot as a platform sees it. */
export interface Bot {
  /** The packs that it answers from. */
  readonly packs: Packs;
  /** Replies to a message as part of its conversation: to an entry's id, a command or a question. Never throws. */
  reply(message: Question): Reply;
  /** Answers a text as part of its conversation, also where it reads like a command. Never throws. */
  answer(question: Question): Answer;
  /** A stop of a tour, as part of a conversation; the welcome where there is no such stop (any more). */
  tour(at: { pack: string; stop: number }, conversation?: string): Reply;
  /** The entries with these ids as an answer, without those that are gone; undefined where all are. */
  show(ids: readonly string[]): FoundAnswer | undefined;
  /** Entries that fit what has been typed so far, best first. */
  suggest(typed: string, options: { pack: string; limit: number }): readonly Entry[];
  /** The entry with an id, and its pack; white space around the id is ignored. */
  find(id: string): { entry: Entry; pack: Pack } | undefined;
  /** Answers from these engines from now on, which `buildEngines` has built. Conversations go on. */
  use(engines: Engines): void;
}

/** Gives the time in milliseconds, by which conversations are forgotten. */
type Clock = { now(): number };

/** A bot that answers from packs and remembers conversations. Blocks for seconds, while it builds the engines. */
export function createBot(packs: Packs, clock?: Clock): Bot {
  return createBotWith(finish(buildEngines(packs)), clock);
}

/** A bot with engines that `buildEngines` has built already. */
export function createBotWith(initial: Engines, clock: Clock = performance): Bot {
  let engines = initial;
  const conversations = createConversations(clock);
  const enginesFor = (pack: string | undefined): readonly Engine[] => {
    const named = engines.filter((engine) => engine.pack.name === pack);
    return named.length > 0 ? named : engines;
  };

  const bot: Bot = {
    get packs() {
      const [first, ...others] = engines;
      return [first.pack, ...others.map(({ pack }) => pack)] as const;
    },
    reply(message) {
      const named = packsNamed(bot.packs, message.pack);
      // An id comes before a command: a suggestion that is chosen arrives as an id, which may read like one (“ping”).
      const isId = enginesFor(message.pack).some((engine) => engine.find(message.text));
      const command: Command = isId ? { name: "ask", text: message.text } : parseCommand(message.text);
      switch (command.name) {
        case "help":
          return { kind: "help", packs: named };
        case "topics":
          return { kind: "topics", packs: named, page: 0 };
        case "tour": {
          const [pack] = packsNamed(named, conversations.last(message.conversation)?.pack);
          return bot.tour({ pack: pack.name, stop: 0 }, message.conversation);
        }
        case "thanks":
          return { kind: "note", text: WORDS.thanks };
        case "ask":
        case "share": {
          const answer = bot.answer({ ...message, text: command.text });
          return answerReply(answer, command.text, command.name === "share");
        }
      }
    },
    answer({ text, conversation, pack }) {
      const before = conversations.last(conversation);
      const named = enginesFor(pack);
      // A pressed button sends an entry's id: only the pack that has it answers, and others do not guess.
      const owners = named.filter((engine) => engine.find(text));
      const decisions = (owners.length > 0 ? owners : named).map((engine) => engine.decide(text, before));
      const { answer, asked } = decisions.reduce(surer);
      conversations.remember(conversation, lastShownAfter(asked, answer, before));
      return answer;
    },
    tour({ pack: name, stop }, conversation) {
      const pack = bot.packs.find((one) => one.name === name);
      const [entry] = pack ? entriesById(pack, pack.tour.slice(stop, stop + 1)) : [];
      if (!pack || !entry) return { kind: "help", packs: packsNamed(bot.packs, name) };
      conversations.remember(conversation, { question: entry.title, pack: name, ids: [entry.id], isAnswer: true });
      return { kind: "stop", pack, stop, entry };
    },
    show(ids) {
      const [first, ...others] = ids.flatMap((id) => bot.find(id) ?? []);
      return first && answerOf(first.pack, [first.entry, ...others.map(({ entry }) => entry)]);
    },
    suggest(typed, { pack, limit }) {
      const engine = engines.find((candidate) => candidate.pack.name === pack);
      return engine?.suggest(typed, limit) ?? [];
    },
    find(id) {
      for (const engine of engines) {
        const entry = engine.find(id);
        if (entry) return { entry, pack: engine.pack };
      }
      return undefined;
    },
    use(newEngines) {
      engines = newEngines;
    },
  };
  return bot;
}

/** Builds an engine for each pack, in steps, since each takes seconds. */
export function* buildEngines([first, ...others]: Packs): Steps<Engines> {
  const engines: [Engine, ...Engine[]] = [yield* buildEngine(first)];
  for (const pack of others) engines.push(yield* buildEngine(pack));
  return engines;
}
