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

/** What answers from each pack. */
type Engines = readonly [Engine, ...Engine[]];

/** The bot as a platform sees it. */
export interface Bot {
  /** The packs it answers from. */
  readonly packs: Packs;
  /** Replies to what a person wrote, as part of its conversation: does the command in it, or answers it. Never throws. */
  reply(message: Question): Reply;
  /** Answers a question, which is one whatever it says, as part of its conversation. Never throws. */
  answer(question: Question): Answer;
  /** The stop of a tour that a press leads to, as part of a conversation; the welcome where there is no such stop. */
  tour(at: { pack: string; stop: number }, conversation?: string): Reply;
  /** The entries with these ids as an answer, as far as they are still there; nothing where none is. */
  show(ids: readonly string[]): FoundAnswer | undefined;
  /** Entries whose questions start like, or look like, what has been typed so far, best first. */
  suggest(typed: string, options: { pack: string; limit: number }): readonly Entry[];
  /** The entry with an id, with its pack; white space around the id does not matter. */
  find(id: string): { entry: Entry; pack: Pack } | undefined;
  /** Answers from other packs from now on, by engines that `buildEngines` built of them, keeping its conversations. */
  use(engines: Engines): void;
}

/** Tells milliseconds, by which conversations are forgotten. */
type Clock = { now(): number };

/** Answers from packs, with the memory that follow-up questions take; makes the engines in one go. */
export function createBot(packs: Packs, clock?: Clock): Bot {
  return createBotWith(finish(buildEngines(packs)), clock);
}

/** The same with engines that `buildEngines` built. */
export function createBotWith(built: Engines, clock: Clock = performance): Bot {
  let engines = built;
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
      // An id comes first: a chosen suggestion is passed on as one, and that of an entry may read like a command.
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
      const asked = enginesFor(pack);
      // A button's press holds an entry's id, which other packs must not guess at.
      const owners = asked.filter((engine) => engine.find(text));
      const answers = (owners.length > 0 ? owners : asked).map((engine) => engine.answer(text, before));
      const answer = answers.reduce(surer);
      const question = owners[0]?.find(text)?.title ?? text;
      conversations.remember(conversation, lastShownAfter(question, answer, before));
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

/** An engine for each pack, in steps, since each takes seconds. */
export function* buildEngines([first, ...others]: Packs): Steps<Engines> {
  const engines: [Engine, ...Engine[]] = [yield* buildEngine(first)];
  for (const pack of others) engines.push(yield* buildEngine(pack));
  return engines;
}
