import { isQuestion, QUESTION_WORDS } from "../core/question.ts";

/** Where one question may end and the next begin, the likeliest first. */
const JOINTS: readonly RegExp[] = [
  // At the end of a sentence.
  /(?<=\?)\s+(?:and\s+|also\s+|then\s+)*|[.;]\s+(?:and\s+|also\s+|then\s+)*/gi,
  // At an “and” with a question word behind it.
  new RegExp(`[,;.]?\\s+(?:and|n|&|also|plus|then)\\s+(?:(?:also|then)\\s+)*(?=(?:${QUESTION_WORDS})\\b)`, "gi"),
  // At any other “and”: “stop and remove” is one question, “build it and push it to a registry” may be two.
  /,?\s+(?:and then|and also|and|then)\s+/gi,
];

/** More places to split than this are an enumeration, not two questions. */
const MAX_SPLITS = 6;
const SENTENCE_END = /[?!.]\s|\n/;

/** A way in which a text may be two questions in one. */
export interface Split {
  first: string;
  second: string;
  /** Whether both read like questions; otherwise it may as well be one. */
  areQuestions: boolean;
}

/** The ways in which a text may be two questions in one, the likeliest first. */
export function splitsOf(text: string): Split[] {
  const isOneSentence = !SENTENCE_END.test(text.trim());
  const splits = JOINTS.flatMap((joint) => Array.from(text.matchAll(joint), splitAt))
    // Several sentences without two questions are somebody's story.
    .filter(({ first, second, areQuestions }) => first && second && (areQuestions || isOneSentence));
  const isFirstThere = ({ second }: Split, index: number): boolean =>
    splits.findIndex((other) => other.second.length === second.length) === index;
  return splits.filter(isFirstThere).slice(0, MAX_SPLITS);
}

function splitAt(match: RegExpExecArray): Split {
  const first = match.input.slice(0, match.index).trim();
  const second = match.input.slice(match.index + match[0].length).trim();
  return { first, second, areQuestions: isQuestion(first) && isQuestion(second) };
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

/** The head and the tail of a long text, and the first and the last sentence by themselves. */
export function endsOf(text: string): [string, ...string[]] {
  const head = text.slice(0, END_CHARACTERS).trim();
  const tail = text.slice(-END_CHARACTERS).trim();
  return [head, tail, head.split(SENTENCE_END, 1)[0] ?? "", tail.split(SENTENCE_END).at(-1) ?? ""];
}
