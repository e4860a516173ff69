import { ENTRY_KINDS, type Entry } from "../../../src/core/entry.ts";
import type { Pack } from "../../../src/core/pack.ts";
import { pick, type Random, seededRandom } from "./random.ts";
import { createWordPool, isContentWord } from "./word-pool.ts";

/** Phrasings of every entry. */
const PHRASINGS = 12;
/** Words that a made entry is about. */
const FOCUS_WORDS = 5;
/** Share of the meaningful words of a made phrasing that are what the entry is about; the rest is whatever people say. */
const FOCUS_SHARE = 0.7;
/** Phrasings whose wording a made body has. */
const BODY_SENTENCES = 5;

/** A phrasing that was kept out of its entry, to be asked. */
export interface Unseen {
  entry: string;
  text: string;
}

/** Entries to search, and phrasings to search them with that they do not hold. */
export interface Collection {
  pack: Pack;
  unseen: readonly Unseen[];
}

/**
 * A pack of a given size: the entries of a real one, cut to its first ones or followed by made ones, which borrow its
 * phrasings and put other words into them. The same in every run.
 */
export function collectionOf(pack: Pack, size: number): Collection {
  const random = seededRandom(size);
  const templates = pack.entries.flatMap(({ questions }) => questions.map((question) => question.split(/\s+/)));
  const words = templates.flat().filter(isContentWord);
  const pool = createWordPool(words, random);
  const entries: Entry[] = [];
  const unseen: Unseen[] = [];
  for (let number = 0; number < size; number++) {
    const focus = Array.from({ length: FOCUS_WORDS }, () => pool.draw());
    const phrase = (): string => phrasingAbout(focus, { templates, words, random });
    const entry = pack.entries[number] ?? madeEntry(number, pack, focus, phrase, random);
    const text = pick(entry.questions, random);
    const others = entry.questions.filter((question) => question !== text);
    entries.push({ ...entry, questions: others.slice(0, PHRASINGS) });
    unseen.push({ entry: entry.id, text });
  }
  return { pack: { ...pack, entries }, unseen };
}

/** An entry about a few words, with one phrasing more than it will keep. */
function madeEntry(
  number: number,
  { topics }: Pack,
  focus: readonly string[],
  phrase: () => string,
  random: Random,
): Entry {
  return {
    id: `made-${number}`,
    topic: topics[0]?.id ?? "",
    title: phrase(),
    label: focus.slice(0, 2).join(" "),
    kind: pick(ENTRY_KINDS, random),
    questions: Array.from({ length: PHRASINGS + 1 }, phrase),
    keywords: focus.slice(0, 3),
    related: [],
    claims: [],
    references: [],
    verified: "2026-01-01",
    body: Array.from({ length: BODY_SENTENCES }, phrase).join(". "),
  };
}

/** What phrasings are made from: real ones taken apart, and the meaningful words in them. */
interface Material {
  templates: readonly (readonly string[])[];
  words: readonly string[];
  random: Random;
}

/** A real phrasing with other words in it, none of them twice as far as the focus goes. */
function phrasingAbout(focus: readonly string[], { templates, words, random }: Material): string {
  const said = new Set<string>();
  const otherWord = (): string => {
    const unsaid = focus.filter((word) => !said.has(word));
    const word = unsaid.length > 0 && random() < FOCUS_SHARE ? pick(unsaid, random) : pick(words, random);
    said.add(word);
    return word;
  };
  return pick(templates, random)
    .map((word) => (isContentWord(word) ? otherWord() : word))
    .join(" ");
}
