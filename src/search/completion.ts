/** Ways in which a word under way may go on that are looked at. */
const MAX_COMPLETIONS = 4;

/** The words that a beginning may become, the most used first; the beginning itself where nothing fits. */
export type Complete = (beginning: string) => readonly string[];

/** @param counts the words that may be meant, with how often each is used */
export function createComplete(counts: ReadonlyMap<string, number>): Complete {
  const words = [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));
  return (beginning) => {
    const matching: string[] = [];
    for (let index = firstFrom(words, beginning); words[index]?.startsWith(beginning); index++) {
      matching.push(words[index] ?? "");
    }
    const byUse = matching.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    return byUse.length > 0 ? byUse.slice(0, MAX_COMPLETIONS) : [beginning];
  };
}

/** Index of the first word that does not come before the given one, by binary search. */
function firstFrom(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
