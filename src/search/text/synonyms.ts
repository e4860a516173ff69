/** Words and phrases that mean the same, each as words. */
type Group = readonly (readonly string[])[];

/** A synonym of several words. */
export interface Phrase {
  words: readonly string[];
  /** The word that takes the place of the whole phrase. */
  standIn: string;
}

/** Gives what finds the longest phrase of some groups that tokens hold from a place on. */
export function createPhraseAt(
  groups: readonly Group[],
): (tokens: readonly string[], start: number) => Phrase | undefined {
  /** First word → the phrases that start with it, longest first. */
  const phrases = new Map<string, Phrase[]>();
  for (const group of groups) {
    const standIn = standInOf(group);
    for (const words of group.filter(({ length }) => length > 1)) {
      const first = words[0] ?? "";
      const others = phrases.get(first) ?? [];
      phrases.set(
        first,
        [...others, { words, standIn }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return (tokens, start) =>
    phrases
      .get(tokens[start] ?? "")
      ?.find(({ words }) => words.every((word, offset) => tokens[start + offset] === word));
}

/** The word that stands for a group: its first member of one word or, where there is none, its first member joined. */
function standInOf(group: Group): string {
  return group.find((words) => words.length === 1)?.[0] ?? (group[0] ?? []).join(" ");
}

/** Each term of one word → the other such terms of its groups. */
export function synonymTable(groups: readonly Group[], stem: (word: string) => string): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const group of groups) {
    const terms = [...new Set(group.filter((words) => words.length === 1).map(([word]) => stem(word ?? "")))];
    for (const term of terms) {
      const others = terms.filter((other) => other !== term);
      table.set(term, [...new Set([...(table.get(term) ?? []), ...others])]);
    }
  }
  return table;
}
