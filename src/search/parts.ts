/** Starts of clauses that ask something by themselves. */
const QUESTION_START =
  "(?:how|what|whats|what's|why|where|when|which|who|can|could|do|does|is|are|should|shall|will|would)";

/** Where one question may end and the next begin: after a question mark or a sentence, or at an “and”. */
const JOINTS: readonly RegExp[] = [
  /\?+\s+(?:and\s+|also\s+|then\s+)*/gi,
  /(?:,|;|\.)\s+(?:and|also|plus|then)\s+(?:then\s+|also\s+)*/gi,
  new RegExp(`[,;.]?\\s+(?:and|n|&|also|plus|then)\\s+(?:(?:also|then)\\s+)*(?=${QUESTION_START}\\b)`, "gi"),
  /\s+(?:and then|and also|and)\s+/gi,
];

/** More places to split than this are an enumeration, not two questions. */
const MAX_SPLITS = 6;

/** The ways in which a text may be two questions in one, the most likely first. */
export function splitsOf(text: string): [first: string, second: string][] {
  const splits = new Map<number, [string, string]>();
  for (const joint of JOINTS) {
    for (const match of text.matchAll(joint)) {
      const first = text.slice(0, match.index).trim();
      const second = text.slice(match.index + match[0].length).trim();
      if (first && second && !splits.has(second.length)) splits.set(second.length, [first, second]);
    }
  }
  return [...splits.values()].slice(0, MAX_SPLITS);
}

/** The two sides of a comparison (“difference between a and b”, “a vs b”), each as a question of its own. */
export function comparedSides(text: string): [string, string] | undefined {
  const match =
    /\b(?:between|compare)\s+(?<a>.+?)\s+(?:and|vs\.?|with|to|n|&)\s+(?<b>.+)$/i.exec(text) ??
    /^(?<a>.+?)\s+(?:vs\.?|versus)\s+(?<b>.+)$/i.exec(text);
  const { a, b } = match?.groups ?? {};
  return a && b ? [`what is ${a}`, `what is ${b}`] : undefined;
}

/** Characters of an end of a long text that are read. */
const END_CHARACTERS = 600;
const SENTENCE_END = /(?<=[?!])\s|\.\s|\n/;

/** The head and the tail of a long text, and the first and the last sentence by themselves. */
export function endsOf(text: string): [string, ...string[]] {
  const head = text.slice(0, END_CHARACTERS).trim();
  const tail = text.slice(-END_CHARACTERS).trim();
  return [head, tail, head.split(SENTENCE_END, 1)[0] ?? "", tail.split(SENTENCE_END).at(-1) ?? ""];
}
