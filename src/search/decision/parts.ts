import { INTERROGATIVES, isQuestion, QUESTION_WORDS } from "../../core/question.ts";
import { pointsBack } from "../text/dialogue.ts";
import { sentencesOf } from "../text/sentences.ts";
import { tokensOf } from "../text/tokenize.ts";

/** Where one question may end and the next begin, the likeliest place first. */
const JOINTS: readonly RegExp[] = [
  // At the end of a sentence.
  /(?<=[?!])\s+(?:and\s+|also,?\s+|then\s+|plus,?\s+)*|(?:[.;]\s+|\n\s*)(?:and\s+|also,?\s+|then\s+|plus,?\s+)*/gi,
  // At an “and” with a question word behind it.
  new RegExp(`[,;.]?\\s+(?:and|n|&|also|plus|then|but|or)\\s+(?:(?:also|then)\\s+)*(?=(?:${QUESTION_WORDS})\\b)`, "gi"),
  // At any other “and”: “stop and remove” is one question, “build it and push it to a registry” may be two.
  /,?\s+(?:and then|and also|as well as|and|then|plus|also|&|\+|\/)\s+/gi,
  // At a comma or dash with a question word behind it.
  new RegExp(`\\s*[,;:–—/-]\\s+(?=(?:${QUESTION_WORDS})\\b)`, "gi"),
  // Where a question starts.
  new RegExp(`\\s+(?=(?:${INTERROGATIVES}) (?:\\w+ )?(?:do|does|did|to|can|is|are|should|would)\\b)`, "gi"),
  // At any other comma of a short text.
  /(?<=^.{3,60}),\s+(?=.{3,60}$)/gi,
];

/** Joints that put a part beside another, rather than a question behind its subject. */
const AND = /[\p{L}&+]/u;

/** A question that comes straight to the point. */
const QUESTION_START = new RegExp(`^(?:${QUESTION_WORDS})\\b`, "i");

/** Words that say that one more thing is asked for. */
const ONE_MORE = /\b(?:also|then|as well|plus)\b/i;

/** Ways to split that are looked at closely; where there are more, it is an enumeration or a story. */
const MAX_SPLITS = 4;
/** Places to split that are looked at at all: more than a question has, and a bound on the work that punctuation can cause. */
const MAX_JOINTS = 60;
/** Words of a part that by itself hardly says what it asks: “remove containers and images”, “Docker Compose: …”. */
const FEW_WORDS = 3;
/** Sentences of a text that is no story. */
const FEW_SENTENCES = 2;

/** A way in which a text may be two questions in one. */
export interface Split {
  first: string;
  second: string;
  /** Whether they read like questions. */
  firstAsks: boolean;
  secondAsks: boolean;
  /** Whether the first only names what the second asks about, as in “portainer, what is it”. */
  firstIsSubject: boolean;
  /** Whether the second is said to come on top: “also”, “then”. */
  secondAddsOn: boolean;
  /** Whether the second needs what was said before: it points back, or is a few words that ask nothing by themselves. */
  secondGoesOn: boolean;
}

/** A text without white space to spare, over which the patterns here would take a time that grows with its cube. */
function squeezed(text: string): string {
  return text.replace(/[^\S\n]+/g, " ").replace(/ ?\n\s*/g, "\n");
}

/** The ways in which a text may be two questions in one, the likeliest first. */
export function splitsOf(written: string): Split[] {
  const text = squeezed(written);
  const isShort = sentencesOf(text).length <= FEW_SENTENCES;
  // More sentences are somebody's story or log, as far as they do not come to a question.
  const isPossible = ({ first, second, secondAsks, firstIsSubject }: Split): boolean =>
    second !== "" && !firstIsSubject && !isTornComparison(first) && (secondAsks || isShort);
  const splits: Split[] = [];
  const [firsts, seconds] = [new Set<string>(), new Set<string>()];
  for (const match of JOINTS.flatMap((joint) => [...text.matchAll(joint)]).slice(0, MAX_JOINTS)) {
    const split = splitAt(match);
    if (!isPossible(split)) continue;
    if (!firsts.has(split.first) && !seconds.has(split.second)) splits.push(split);
    if (splits.length === MAX_SPLITS) break;
    firsts.add(split.first);
    seconds.add(split.second);
  }
  return splits;
}

function splitAt(match: RegExpExecArray): Split {
  const first = match.input.slice(0, match.index).trim();
  const second = match.input.slice(match.index + match[0].length).trim();
  const [firstAsks, secondAsks] = [isQuestion(first), isQuestion(second)];
  const [firstWords, secondWords] = [tokensOf(first), tokensOf(second)];
  const leadsToQuestion = QUESTION_START.test(second) && !AND.test(match[0]);
  return {
    first,
    second,
    firstAsks,
    secondAsks,
    firstIsSubject: !firstAsks && firstWords.length <= (leadsToQuestion ? FEW_WORDS : 1),
    secondAddsOn: ONE_MORE.test(match[0]) || ONE_MORE.test(second),
    secondGoesOn: pointsBack(secondWords) || (secondWords.length <= FEW_WORDS && !secondAsks),
  };
}

/** Whether a part compares something with nothing: “the difference between mulch”. */
function isTornComparison(part: string): boolean {
  const between = part.toLowerCase().lastIndexOf("between ");
  return between >= 0 && !/\b(?:and|vs|n)\b|&/i.test(part.slice(between));
}

/** The two sides of a comparison (“difference between a and b”, “a vs b”), each as a question of its own. */
export function comparedSides(written: string): [string, string] | undefined {
  const text = squeezed(written);
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
  return [head, tail, sentencesOf(head)[0] ?? "", sentencesOf(tail).at(-1) ?? ""];
}

/**
 * The questions that a text holds beside something else, two at most: the last and the first of its sentences and lines that
 * ask; of a single sentence, the likeliest parts that do.
 */
export function questionsWithin(text: string): string[] {
  const sentences = sentencesOf(text);
  if (sentences.length > 1) {
    const asking = sentences.filter(isQuestion);
    return [...new Set([...asking.slice(-1), ...asking.slice(0, 1)])];
  }
  const parts = splitsOf(text).flatMap(({ first, second }) => [first, second]);
  return [...new Set(parts.filter(isQuestion))].slice(0, 2);
}
