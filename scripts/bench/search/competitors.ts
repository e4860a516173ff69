import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, search } from "@orama/orama";
import { Charset, Index } from "flexsearch";
import Fuse, { type IFuseOptions } from "fuse.js";
import fuzzysort from "fuzzysort";
import lunr from "lunr";
import MiniSearch from "minisearch";
import type { Entry } from "../../../src/core/entry.ts";
import type { Pack } from "../../../src/core/pack.ts";
import { createEngine } from "../../../src/search/engine.ts";
import { isStopWord, stem } from "../../../src/search/text/analyze.ts";
import { FILLERS, FUNCTION_WORDS } from "../../../src/search/text/english.ts";

/** The id of the entry that comes first for a question, if any does. */
export type Find = (text: string) => string | undefined;

/** A search engine; the first one is the one that the others are compared with. */
export interface Competitor {
  name: string;
  build(pack: Pack): Find;
}

/** The rows of this engine, at the start. */
export const OWN_ROWS = 3;

/** Every library as its documentation has it for this use: typos allowed, a hit for each word welcome, stop words dropped where it takes any. */
export const COMPETITORS: readonly [Competitor, ...Competitor[]] = [
  { name: "this engine", build: buildEngine },
  { name: "this engine, ranking only", build: buildRanking },
  { name: "this engine, in a conversation", build: buildConversing },
  { name: "fuse.js", build: (pack) => buildFuse(pack, { keys: ["title", "questions"] }) },
  { name: "fuse.js, token search", build: (pack) => buildFuse(pack, { keys: FIELDS, useTokenSearch: true }) },
  { name: "MiniSearch", build: buildMiniSearch },
  { name: "FlexSearch", build: buildFlexSearch },
  { name: "Orama", build: buildOrama },
  { name: "Lunr", build: buildLunr },
  { name: "uFuzzy", build: buildFuzzyMatcher },
  { name: "fuzzysort", build: buildFuzzysort },
];

const FIELDS = ["title", "questions", "keywords"];

function buildEngine(pack: Pack): Find {
  const engine = createEngine(pack);
  return (text) => {
    const answer = engine.answer(text);
    return answer.kind === "no-answer" ? undefined : answer.entries[0]?.id;
  };
}

/** Every question in the midst of a conversation about something else, so that it is read in all ways in which it may go on. */
function buildConversing(pack: Pack): Find {
  const engine = createEngine(pack);
  let asked = 0;
  return (text) => {
    const shown = pack.entries[asked++ % pack.entries.length];
    const before = shown && { question: shown.title, pack: pack.name, ids: [shown.id], isAnswer: true };
    const answer = engine.answer(text, before);
    return answer.kind === "no-answer" ? undefined : answer.entries[0]?.id;
  };
}

function buildRanking(pack: Pack): Find {
  const engine = createEngine(pack);
  return (text) => engine.pack.entries[engine.assess(text).candidates[0]?.entry ?? -1]?.id;
}

function buildFuse({ entries }: Pack, options: IFuseOptions<Entry>): Find {
  const fuse = new Fuse(entries, options);
  return (text) => fuse.search(text, { limit: 1 })[0]?.item.id;
}

/** For libraries that search one text an entry and field. */
function fieldsOf({ title, questions, keywords }: Entry): { title: string; questions: string; keywords: string } {
  return { title, questions: questions.join("\n"), keywords: keywords.join("\n") };
}

function buildMiniSearch({ entries }: Pack): Find {
  const index = new MiniSearch({
    fields: FIELDS,
    processTerm: (term) => (isStopWord(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    searchOptions: { fuzzy: 0.2, boost: { title: 2 } },
  });
  index.addAll(entries.map((entry, id) => ({ id, ...fieldsOf(entry) })));
  return (text) => entries[index.search(text)[0]?.id ?? -1]?.id;
}

function buildFlexSearch({ entries }: Pack): Find {
  const index = new Index({ tokenize: "forward", encoder: Charset.LatinBalance });
  for (const [id, entry] of entries.entries()) index.add(id, Object.values(fieldsOf(entry)).join("\n"));
  return (text) => entries[Number(index.search(text, { limit: 1, suggest: true })[0] ?? -1)]?.id;
}

function buildOrama({ entries }: Pack): Find {
  const db = create({
    schema: { title: "string", questions: "string", keywords: "string" } as const,
    components: {
      tokenizer: { language: "english", stemming: true, stopWords: [...FUNCTION_WORDS, ...FILLERS] },
    },
  });
  if (
    insertMultiple(
      db,
      entries.map((entry) => ({ id: entry.id, ...fieldsOf(entry) })),
    ) instanceof Promise
  ) {
    throw new Error("Orama inserts in the background now.");
  }
  return (text) => {
    const found = search(db, { term: text, tolerance: 1, limit: 1, boost: { title: 2 } });
    if (found instanceof Promise) throw new Error("Orama searches in the background now.");
    return found.hits[0]?.id;
  };
}

function buildLunr({ entries }: Pack): Find {
  const index = lunr((builder) => {
    for (const field of FIELDS) builder.field(field);
    for (const entry of entries) builder.add({ id: entry.id, ...fieldsOf(entry) });
  });
  return (text) =>
    index.query((query) => {
      for (const token of lunr.tokenizer(text)) {
        if (!isStopWord(token.toString())) query.term(token.toString(), { editDistance: 1 });
      }
    })[0]?.ref;
}

/** For libraries that match one short text: every phrasing, with the entry it belongs to. */
function phrasingsOf({ entries }: Pack): { id: string; text: string }[] {
  return entries.flatMap(({ id, title, questions }) => [title, ...questions].map((text) => ({ id, text })));
}

function buildFuzzyMatcher(pack: Pack): Find {
  const phrasings = phrasingsOf(pack);
  const texts = phrasings.map(({ text }) => text);
  const matcher = new uFuzzy({ intraMode: 1 });
  return (text) => {
    const [found, info, order] = matcher.search(texts, text, 5);
    const best = order?.[0];
    return phrasings[(best === undefined ? found?.[0] : info?.idx[best]) ?? -1]?.id;
  };
}

function buildFuzzysort(pack: Pack): Find {
  const targets = fuzzysort.snapshot(phrasingsOf(pack), { key: "text" });
  return (text) => fuzzysort.go(text, targets, { limit: 1 })[0]?.obj.id;
}
