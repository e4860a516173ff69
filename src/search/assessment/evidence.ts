import type { Classified } from "../classifier/classifier.ts";
import type { EntryIndex } from "../index/index-entries.ts";
import { hasCell } from "../numbers/sparse-matrix.ts";
import type { Query, QueryTerm } from "../query/understand.ts";
import type { Candidate } from "../ranking/candidate.ts";
import type { ContextSignal, ConversationContext } from "../ranking/context-signals.ts";
import { FEATURES, type Signal } from "../ranking/features.ts";
import { holdsTerm } from "../ranking/term-signals.ts";
import { pointsBack } from "../text/dialogue.ts";
import { EVIDENCE, type Evidence } from "./predictors.ts";

/** How much an unknown word counts beside known terms: as much as a term of a tenth of the entries. */
const UNKNOWN_WEIGHT = 2.3;
/** A weight that hardly any term exceeds, to bring weights between 0 and 1. */
const HIGH_WEIGHT = 5;
/** Powers of ten that one word is worth at most, to bring them between -1 and 1. */
const MOST_OF_WORD = 4;
/** What words are worth together, in the most that one is, at which three quarters of what they can count is reached. */
const MUCH_OF_WORDS = 4;

/** Decimal logarithm of the phrasings of a large pack, to bring sizes between 0 and 1. */
const SIZE_SCALE = 4;
/** Log odds that hardly any question exceeds, to bring them between -1 and 1. */
const DECLINED_SCALE = 10;

/** What is known of a pack and its subject. */
export interface Subject {
  index: EntryIndex;
  /** Evidence of a word that the question is about the subject, in powers of ten. */
  evidence: (word: string) => number;
  /** The words that name the subject. */
  names: ReadonlySet<string>;
  /** Phrasings that the pack has. */
  phrasings: number;
}

/** What was found for a question. */
export interface Findings {
  /** Best first. */
  candidates: readonly Candidate[];
  /** What the classifier makes of the question, where the pack has one. */
  classified: Classified | undefined;
  /** What the conversation tells, where the question is read as going on from one. */
  context: ConversationContext | undefined;
}

/** The evidence for a question, in the order of EVIDENCE. */
export function evidenceFor(query: Query, { candidates, classified, context }: Findings, subject: Subject): number[] {
  const [first] = candidates;
  const evidence: Record<Evidence, number> = {
    constant: 1,
    probability: first?.probability ?? 0,
    coverage: signalOf(first, "coverage"),
    focus: signalOf(first, "focus"),
    ...evidenceOfTerms(query, first, context !== undefined, subject.index),
    ...evidenceOfDomain(query, subject),
    repaired: query.repairs.size / (query.tokens.length || 1),
    subject: Number(query.tokens.some((token) => subject.names.has(token))),
    asking: Number(query.cues.length > 0),
    question: Number(query.asks),
    pointing: Number(pointsBack(query.tokens)),
    declined: Math.max(-1, Math.min(1, (classified?.declined?.logOdds ?? 0) / DECLINED_SCALE)),
    nearDeclined: classified?.declined?.nearness ?? 0,
    declining: Number(classified?.declined !== undefined),
    size: Math.min(1, Math.log10(1 + subject.phrasings) / SIZE_SCALE),
    ...evidenceOfConversation(context, first),
  };
  return EVIDENCE.map((name) => evidence[name]);
}

const signalOf = (candidate: Candidate | undefined, name: Signal | ContextSignal): number =>
  candidate?.features[FEATURES.indexOf(name)] ?? 0;

/**
 * How much of what the question says the best candidate leaves open, and the pack does not know; in a conversation, also
 * how much of it the candidate's answer holds.
 */
function evidenceOfTerms(
  { terms, unknown }: Query,
  first: Candidate | undefined,
  isInConversation: boolean,
  index: EntryIndex,
) {
  const weightOf = (some: readonly QueryTerm[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const known = weightOf(terms);
  const english = UNKNOWN_WEIGHT * unknown.filter(({ isEnglish }) => isEnglish).length;
  const names = UNKNOWN_WEIGHT * unknown.length - english;
  const total = known + english + names || 1;
  const holds = (term: QueryTerm): boolean => first !== undefined && holdsTerm(index, first.entry, term);
  const answers = ({ variants }: QueryTerm): boolean =>
    first !== undefined && variants.some(({ term }) => hasCell(index.body, first.entry, term));
  return {
    answered: isInConversation ? weightOf(terms.filter(answers)) / total : 0,
    nearest: (signalOf(first, "nearest") * known) / total,
    unmatched: Math.max(0, ...terms.map((term) => (holds(term) ? 0 : term.weight))) / HIGH_WEIGHT,
    unknownEnglish: english / total,
    unknownNames: names / total,
    shortness: 1 / (terms.length + unknown.length || 1),
  };
}

/** How much the words belong to the pack's subject rather than to everyday talk. */
function evidenceOfDomain({ terms, unknown }: Query, subject: Subject) {
  const domain = [...terms, ...unknown].map(({ word }) => subject.evidence(word) / MOST_OF_WORD);
  const sum = domain.reduce((total, value) => total + value, 0);
  return {
    domainMean: sum / (domain.length || 1),
    domainMost: Math.max(0, ...domain),
    domainSum: Math.tanh(sum / MUCH_OF_WORDS),
  };
}

/**
 * How the best candidate goes on from a conversation, how else the question can be read there, and how sure that would
 * be; all nothing where there is no conversation.
 */
function evidenceOfConversation(context: ConversationContext | undefined, first: Candidate | undefined) {
  const alone = context?.readings.alone;
  return {
    shown: Number(first !== undefined && (context?.shown.includes(first.entry) ?? false)),
    expected: signalOf(first, "leadsTo"),
    agreeing: Number(alone !== undefined && alone.candidates[0]?.entry === first?.entry),
    aloneConfidence: alone?.confidence ?? 0,
    aloneScope: alone?.scope ?? 0,
    filledScope: Math.max(0, ...(context?.readings.filled ?? []).map(({ scope }) => scope)),
    replaced: signalOf(first, "replaced"),
  };
}
