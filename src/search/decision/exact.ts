import type { Entry } from "../../core/entry.ts";
import { mapInSteps, type Steps } from "../../core/steps.ts";
import { firstAtLeast } from "../numbers/binary-search.ts";
import { hashTable, positionsIn } from "../numbers/hash-table.ts";
import { intAt } from "../numbers/typed-arrays.ts";
import { type Analyzer, isStopWord } from "../text/analyze.ts";
import type { AnalyzedPack } from "../text/analyzed-pack.ts";
import { ARTICLES, COURTESIES, cuesOf, DEFINING_WORDS } from "../text/english.ts";

/** Finds entries by what is theirs alone: their id, or one of their phrasings in so many words. */
export interface ExactMatch {
  byId(text: string): Entry | undefined;
  /** @param tokens the words of a question, repaired */
  byWording(tokens: readonly string[]): Worded | undefined;
  /** The entries one of whose keywords a question names, and says nothing more: “distroless”, “what is distroless”. */
  byKeyword(tokens: readonly string[]): readonly Entry[];
  /** Whether the pack declines a question in so many words. */
  isDeclined(tokens: readonly string[]): boolean;
}

/** An entry whose wording a question is. */
export interface Worded {
  entry: Entry;
  /** Whether they also agree in naming the subject; where one leaves it out, another subject may be meant. */
  isVerbatim: boolean;
}

/** Wordings hashed between two pauses. */
const STRIDE = 1000;
/** Words, besides function words, that tell what is meant though the subject's name is left out. */
const TELLING_WORDS = 2;

/**
 * Wordings are compared without articles, courtesies, and the name of the subject, which goes without saying: “what is an
 * image” is “What is a Docker image?”. A wording of two entries belongs to neither, unless one has it in full.
 */
export function* createExactMatch(
  { entries: analyzed, declined, names }: AnalyzedPack,
  { stem, wordsOf }: Analyzer,
): Steps<ExactMatch> {
  const fullKeyOf = (tokens: readonly string[]): string =>
    tokens
      .filter((token) => !ARTICLES.has(token) && !COURTESIES.has(token))
      .map(stem)
      .join(" ");
  const keyOf = (tokens: readonly string[]): string => fullKeyOf(tokens.filter((token) => !names.has(token)));
  const definedKeyOf = (tokens: readonly string[]): string =>
    fullKeyOf(tokens.filter((token) => !DEFINING_WORDS.has(token)));
  const namesSubject = (tokens: readonly string[]): boolean => tokens.some((token) => names.has(token));
  const tellingWords = (tokens: readonly string[]): number =>
    tokens.filter((token) => !names.has(token) && !isStopWord(token)).length;

  const entries = analyzed.map(({ entry }) => entry);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // There are so many that they are kept as hashes; what is found by those is checked word by word.
  const allWordings = analyzed.flatMap(({ title, questions }) => [title, ...questions]);
  const wordings = hashTable(yield* mapInSteps(allWordings, STRIDE, ({ tokens }) => keyOf(tokens)));
  const declinedWordings = new Set(declined.map(({ tokens }) => fullKeyOf(tokens)));
  /** Keyword → the entries that it identifies. */
  const keyworded = new Map<string, Set<Entry>>();
  for (const { entry, keywords } of analyzed) {
    for (const { tokens } of keywords) {
      const key = definedKeyOf(tokens);
      keyworded.set(key, (keyworded.get(key) ?? new Set()).add(entry));
    }
  }
  /** Wording → the number of its entry. */
  const owners = Int32Array.from(analyzed.flatMap(({ questions }, entry) => [entry, ...questions.map(() => entry)]));

  /** The wordings, as words, that a key stands for, with the entries that they are of. */
  const wordingsWith = (key: string): { entry: Entry; tokens: readonly string[] }[] =>
    positionsIn(wordings, key).flatMap((number) => {
      const owner = intAt(owners, number);
      const entry = entries[owner];
      if (!entry) return [];
      const text = [entry.title, ...entry.questions][number - firstAtLeast(owners, owner)] ?? "";
      return [{ entry, tokens: wordsOf(text) }];
    });

  /**
   * Whether a question asks for the same as a wording that names the subject where it does not, or the other way round.
   * Without the name, “what is Docker Swarm” still does, but “is Docker free” and “how do I update Docker” could be about
   * anything, and nothing is left of “why Docker”.
   */
  const meansTheSame = (tokens: readonly string[], wording: readonly string[]): boolean => {
    if (namesSubject(tokens) && namesSubject(wording)) return true;
    const telling = tellingWords(tokens);
    return telling >= TELLING_WORDS || (telling > 0 && (namesSubject(tokens) || cuesOf(tokens).includes("definition")));
  };

  return {
    byId: (text) => byId.get(text.trim()),
    byKeyword(tokens) {
      const key = definedKeyOf(tokens);
      return key === "" ? [] : [...(keyworded.get(key) ?? [])];
    },
    isDeclined: (tokens) => tokens.length > 0 && declinedWordings.has(fullKeyOf(tokens)),
    byWording(tokens) {
      const [fullKey, key] = [fullKeyOf(tokens), keyOf(tokens)];
      if (fullKey === "") return undefined;
      const found = wordingsWith(key).filter((wording) => keyOf(wording.tokens) === key);
      const inFull = onlyEntryOf(found.filter((wording) => fullKeyOf(wording.tokens) === fullKey));
      if (inFull) return { entry: inFull, isVerbatim: true };
      const loosely = onlyEntryOf(found.filter((wording) => meansTheSame(tokens, wording.tokens)));
      return loosely && { entry: loosely, isVerbatim: false };
    },
  };
}

/** The entry that all wordings are of, if there is one. */
function onlyEntryOf(wordings: readonly { entry: Entry }[]): Entry | undefined {
  const [first] = wordings;
  return first && wordings.every(({ entry }) => entry === first.entry) ? first.entry : undefined;
}
