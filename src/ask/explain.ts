import type { Pack } from "../core/pack.ts";
import type { Assessment } from "../search/assessment/assess.ts";
import { PREDICTORS } from "../search/assessment/predictors.ts";
import type { Engine } from "../search/engine.ts";
import type { Weights } from "../search/numbers/logistic-regression.ts";
import type { Candidate } from "../search/ranking/candidate.ts";
import { FEATURES } from "../search/ranking/features.ts";

/** Candidates shown. */
const MAX_CANDIDATES = 3;
/** Words shown of a question. */
const MAX_WORDS = 60;
/** Signals shown of each ranking or estimate, strongest first. */
const MAX_SIGNALS = 6;

/**
 * Explains an answer to authors: which words were corrected or unknown, why the first entries were found, and how sure
 * the engine is.
 */
export function explain({ pack, decide }: Engine, text: string): string {
  const { answer, basis, assessment } = decide(text);
  const decision = [
    `${pack.title}: ${answer.kind}`,
    row("entries", answer.kind === "no-answer" ? "" : answer.entries.map(({ id }) => id).join(", ")),
    row("decided by", basis),
  ];
  return [...decision, ...(assessment ? reasons(pack, assessment) : [])].filter(Boolean).join("\n");
}

function reasons(pack: Pack, assessment: Assessment): string[] {
  const { query, candidates, ranking, predictors, confidence, scope, model } = assessment;
  const { answer, answerScope, suggest } = model.thresholds;
  const repairs = [...query.repairs].map(([typed, meant]) => `${typed} → ${meant.join(" ")}`);
  return [
    row("words", query.tokens.slice(0, MAX_WORDS).join(" ")),
    row("repaired", repairs.join(", ")),
    row("terms", query.terms.map(({ word, weight }) => `${word} ${weight.toFixed(1)}`).join(", ")),
    row("unknown", query.unknown.map(({ word, isEnglish }) => (isEnglish ? `${word} (English)` : word)).join(", ")),
    row("asks for", query.cues.join(", ")),
    row("confidence", `${confidence.toFixed(2)}, an answer from ${answer}`),
    row("in scope", `${scope.toFixed(2)}, an answer from ${answerScope}, suggestions from ${suggest}`),
    row("because of", contributions(PREDICTORS, predictors, model.confidence)),
    ...candidates
      .slice(0, MAX_CANDIDATES)
      .map((candidate) => describe(candidate, pack.entries[candidate.entry]?.id ?? "", ranking)),
  ];
}

function describe({ probability, features }: Candidate, id: string, ranking: Weights): string {
  return `${id}, ${(100 * probability).toFixed(0)} %\n${row("because of", contributions(FEATURES, features, ranking))}`;
}

function row(name: string, text: string): string {
  return text === "" ? "" : `  ${name.padEnd(11)}${text}`;
}

/** Signals that are the same for every question to a pack, and so explain nothing. */
const CONSTANT_SIGNALS = ["constant", "size", "declining"];

/** The signals that contribute most, each as value × weight. */
function contributions(
  names: readonly string[],
  values: ArrayLike<number>,
  weights: Readonly<Record<string, number>>,
): string {
  return names
    .map((name, index) => ({ name, value: values[index] ?? 0, weight: weights[name] ?? 0 }))
    .filter(({ name, value }) => value !== 0 && !name.split(" × ").every((part) => CONSTANT_SIGNALS.includes(part)))
    .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
    .slice(0, MAX_SIGNALS)
    .map(({ name, value, weight }) => `${name} ${value.toFixed(2)} × ${weight.toFixed(1)}`)
    .join(", ");
}
