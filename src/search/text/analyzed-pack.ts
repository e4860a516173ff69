import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import { mapInSteps, type Steps } from "../../core/steps.ts";
import { type Analyzer, isStopWord } from "./analyze.ts";
import { EVERYDAY_WORDS } from "./english.ts";
import { sentencesOf } from "./sentences.ts";
import { everydayFrequency } from "./word-frequency.ts";

/** A text of the pack, taken apart. */
export interface AnalyzedText {
  /** Its words and flags, in lower case. */
  tokens: readonly string[];
  /** What is indexed of them. */
  terms: readonly string[];
}

/** An entry's texts, taken apart. */
export interface AnalyzedEntry {
  entry: Entry;
  title: AnalyzedText;
  questions: readonly AnalyzedText[];
  keywords: readonly AnalyzedText[];
  /** Its answer, sentence by sentence. */
  body: readonly AnalyzedText[];
}

/** A pack's texts, taken apart once for everything that is built from them. */
export interface AnalyzedPack {
  entries: readonly AnalyzedEntry[];
  /** Examples of what no entry answers. */
  declined: readonly AnalyzedText[];
  /** The words that name the subject. */
  names: ReadonlySet<string>;
  /** Word → how often the entries are asked for with it; that the vocabulary has it counts as once. */
  counts: ReadonlyMap<string, number>;
  /** Words that are no typing errors though no entry has them: those of everyday talk, and the English ones of what is declined. */
  everyday: ReadonlySet<string>;
}

/** Entries taken apart between two pauses. */
const STRIDE = 20;

export function* analyzePack(pack: Pack, analyzer: Analyzer): Steps<AnalyzedPack> {
  // One string for each word, however often it is used: less to keep, and faster to look up.
  const words = new Map<string, string>();
  const once = (word: string): string => {
    const known = words.get(word);
    if (known === undefined) words.set(word, word);
    return known ?? word;
  };
  const analyze = (text: string): AnalyzedText => {
    const tokens = analyzer.wordsOf(text).map(once);
    return { tokens, terms: analyzer.termsOf(tokens).map(({ term }) => term) };
  };
  const analyzeEntry = (entry: Entry): AnalyzedEntry => ({
    entry,
    title: analyze(entry.title),
    questions: entry.questions.map(analyze),
    keywords: entry.keywords.map(analyze),
    body: sentencesOf(entry.body).map(analyze),
  });
  const entries = yield* mapInSteps(pack.entries, STRIDE, analyzeEntry);
  const declined = pack.declined.map(analyze);
  return {
    entries,
    declined,
    names: new Set(analyze(`${pack.name} ${pack.title} ${pack.command}`).tokens.filter((token) => !isStopWord(token))),
    counts: countWords(entries, analyzer.words),
    everyday: new Set([...EVERYDAY_WORDS, ...englishWordsOf(declined)]),
  };
}

/** How many phrasings entries have, titles aside. */
export function countPhrasings(entries: readonly AnalyzedEntry[]): number {
  return entries.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** The wordings of entries, their titles and phrasings, as words. */
export function* wordingsOf(entries: readonly AnalyzedEntry[]): Generator<readonly string[]> {
  for (const { title, questions } of entries) for (const { tokens } of [title, ...questions]) yield tokens;
}

/** The English words of texts: what is no English may be a typing error there too. */
function englishWordsOf(texts: readonly AnalyzedText[]): string[] {
  return texts.flatMap(({ tokens }) => tokens.filter((token) => everydayFrequency(token) > 0));
}

function countWords(entries: readonly AnalyzedEntry[], vocabulary: readonly string[]): Map<string, number> {
  const counts = new Map(vocabulary.map((word) => [word, 1]));
  for (const { title, questions, keywords } of entries) {
    for (const { tokens } of [title, ...questions, ...keywords]) {
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}
