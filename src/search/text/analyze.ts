import { stemmer } from "stemmer";
import type { Vocabulary } from "../../core/pack.ts";
import { FILLERS, FUNCTION_WORDS } from "./english.ts";
import { createPhraseAt, synonymTable } from "./synonyms.ts";
import { tokensOf } from "./tokenize.ts";

/** Turns text into terms, the units that are indexed and looked up, in the same way for entries and questions. */
export interface Analyzer {
  /** The words and flags of a text in order, in lower case, with the pack's abbreviations written out. */
  wordsOf(text: string): readonly string[];
  /** The terms of tokens, in order, each with the first token it stands for. */
  termsOf(tokens: readonly string[]): AnalyzedTerm[];
  /** A word's stem, remembered. */
  stem(word: string): string;
  /** Forgets the stems, which are many once a whole pack has been taken apart. */
  forgetStems(): void;
  /** Terms that mean the same as a term, without itself. */
  synonyms(term: string): readonly string[];
  /** Every word that synonyms are written with, and abbreviations written out. */
  words: readonly string[];
}

export interface AnalyzedTerm {
  term: string;
  /** The word as typed, before stemming; for a phrase, the word that stands for it. */
  word: string;
  /** Whether it stands right behind the term before. */
  follows: boolean;
}

/** Short words have no ending to lose; numbers, flags, phrases and words with digits are no English words. */
const STEMMABLE = /^[a-z]{4,}$/;

/** A word's stem (Porter, 1980, https://tartarus.org/martin/PorterStemmer/), or the word itself. */
export function stem(word: string): string {
  return STEMMABLE.test(word) ? stemmer(word) : word;
}

const STOP_WORDS: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...FILLERS]);

/** Whether a word says nothing about the subject of a question. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Stems remembered at once: more than a pack has words, and a bound on what people may type. */
const REMEMBERED_STEMS = 50_000;

export function createAnalyzer(vocabulary: Vocabulary): Analyzer {
  const abbreviations = new Map(
    Object.entries(vocabulary.abbreviations).map(([short, long]) => [short.toLowerCase(), tokensOf(long)]),
  );
  const stems = new Map<string, string>();
  const cachedStem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= REMEMBERED_STEMS) stems.clear();
    const found = stem(word);
    stems.set(word, found);
    return found;
  };

  /** Few texts have abbreviations: the others are left as they are. */
  const wordsOf = (text: string): readonly string[] => {
    const tokens = tokensOf(text);
    return tokens.some((token) => abbreviations.has(token))
      ? tokens.flatMap((token) => abbreviations.get(token) ?? token)
      : tokens;
  };

  const groups = vocabulary.synonyms.map((group) => group.map(wordsOf));
  const phraseAt = createPhraseAt(groups);
  const synonyms = synonymTable(groups, stem);

  const termsOf = (tokens: readonly string[]): AnalyzedTerm[] => {
    const terms: AnalyzedTerm[] = [];
    let follows = false;
    for (let index = 0; index < tokens.length; ) {
      const word = tokens[index] ?? "";
      const phrase = phraseAt(tokens, index);
      const isTerm = phrase !== undefined || !isStopWord(word);
      const said = phrase?.standIn ?? word;
      if (isTerm) terms.push({ term: cachedStem(said), word: said, follows });
      follows = isTerm;
      index += phrase?.words.length ?? 1;
    }
    return terms;
  };

  return {
    wordsOf,
    termsOf,
    stem: cachedStem,
    forgetStems: () => stems.clear(),
    synonyms: (term) => synonyms.get(term) ?? [],
    words: [...new Set([...groups.flat(2), ...[...abbreviations.values()].flat()])],
  };
}
