import { LRUCache } from "lru-cache";
import { type Answer, surer } from "./core/answer.ts";
import { type LastShown, lastShownAfter } from "./core/conversation.ts";
import type { Entry } from "./core/entry.ts";
import type { Pack, Packs } from "./core/pack.ts";
import type { Question } from "./core/question.ts";
import { finish, type Steps } from "./core/steps.ts";
import { buildEngine, type Engine } from "./search/engine.ts";

/** Conversations remembered at once; the longest silent are forgotten first. */
const MAX_CONVERSATIONS = 10_000;
/** How long a conversation is remembered after its last question, in milliseconds. */
const CONVERSATION_LIFETIME = 30 * 60 * 1000;
/** Characters of all keys of conversations together; more than any platform fills. */
const MAX_KEY_CHARACTERS = 4_000_000;

/** What answers from each pack. */
type Engines = readonly [Engine, ...Engine[]];

/** The bot as a platform sees it. */
export interface Bot {
  /** The packs it answers from. */
  readonly packs: Packs;
  /** Answers a question, as part of its conversation. Never throws. */
  answer(question: Question): Answer;
  /** Entries whose questions start like, or look like, what has been typed so far, best first. */
  suggest(typed: string, options: { pack: string; limit: number }): readonly Entry[];
  /** The entry with an id, with its pack; white space around the id does not matter. */
  find(id: string): { entry: Entry; pack: Pack } | undefined;
  /** Answers from other packs from now on, by engines that `buildEngines` built of them, keeping its conversations. */
  use(engines: Engines): void;
}

/**
 * Answers from packs, with the memory that follow-up questions take.
 * @param clock tells milliseconds, by which conversations are forgotten
 */
export function createBot(packs: Packs, clock: { now(): number } = performance): Bot {
  let engines = finish(buildEngines(packs));
  const conversations = new LRUCache<string, LastShown>({
    max: MAX_CONVERSATIONS,
    ttl: CONVERSATION_LIFETIME,
    ttlResolution: 0,
    updateAgeOnGet: true,
    perf: clock,
    maxSize: MAX_KEY_CHARACTERS,
    sizeCalculation: (_, key) => key.length + 1,
  });

  return {
    get packs() {
      const [first, ...others] = engines;
      return [first.pack, ...others.map(({ pack }) => pack)] as const;
    },
    answer({ text, conversation, pack }) {
      const before = conversation === undefined ? undefined : conversations.get(conversation);
      const named = engines.filter((engine) => engine.pack.name === pack);
      const asked = named.length > 0 ? named : engines;
      // A button's press holds an entry's id, which other packs must not guess at.
      const owners = asked.filter((engine) => engine.find(text));
      const answers = (owners.length > 0 ? owners : asked).map((engine) => engine.answer(text, before?.ids));
      const answer = answers.reduce(surer);
      if (conversation !== undefined) conversations.set(conversation, lastShownAfter(answer, before));
      return answer;
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
}

/** An engine for each pack, in steps, since each takes seconds. */
export function* buildEngines([first, ...others]: Packs): Steps<Engines> {
  const engines: [Engine, ...Engine[]] = [yield* buildEngine(first)];
  for (const pack of others) engines.push(yield* buildEngine(pack));
  return engines;
}
