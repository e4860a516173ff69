import { isQuestion, QUESTION_WORDS } from "../core/question.ts";

/** Where one question may end and the next begin. */
const JOINTS: readonly { joint: RegExp; areQuestions: boolean }[] = [
  // At the end of a sentence, if there is a question on either side: the rest is somebody's story.
  { joint: /(?<=\?)\s+(?:and\s+|also\s+|then\s+)*|[.;]\s+(?:and\s+|also\s+|then\s+)*/gi, areQuestions: true },
  // At an “and” with a question word behind it.
  {
    joint: new RegExp(
      `[,;.]?\\s+(?:and|n|&|also|plus|then)\\s+(?:(?:also|then)\\s+)*(?=(?:${QUESTION_WORDS})\\b)`,
      "gi",
    ),
    areQuestions: false,
  },
  // At any other “and”: “stop and remove” is one question, “build it and push it to a registry” may be two.
  { joint: /,?\s+(?:and then|and also|and|then)\s+/gi, areQuestions: false },
];

/** More places to split than this are an enumeration, not two questions. */
const MAX_SPLITS = 6;

/** The ways in which a text may be two questions in one, the most likely first. */
export function splitsOf(text: string): [first: string, second: string][] {
  const splits = new Map<number, [string, string]>();
  for (const { joint, areQuestions } of JOINTS) {
    for (const match of text.matchAll(joint)) {
      const first = text.slice(0, match.index).trim();
      const second = text.slice(match.index + match[0].length).trim();
      const isSplit = first && second && (!areQuestions || (isQuestion(first) && isQuestion(second)));
      if (isSplit && !splits.has(second.length)) splits.set(second.length, [first, second]);
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
