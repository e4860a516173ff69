import { BotError } from "../errors.ts";

/** One thing that is wrong in the knowledge, and where. */
export interface Problem {
  /** Path of the file or folder, relative to where the program was started or absolute. */
  file: string;
  /** Line in that file, counted from 1. */
  line?: number | undefined;
  /** Name of the field, such as `questions.3`. */
  field?: string | undefined;
  message: string;
}

/** `file:line field: what is wrong`, which editors turn into a link. */
export function formatProblem({ file, line, field, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return field ? `${place} ${field}: ${message}` : `${place}: ${message}`;
}

/** Compares problems by file and line, for sorting. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** The knowledge cannot be used, because of these problems. */
export class KnowledgeError extends BotError {
  override readonly name = "KnowledgeError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(
      `The knowledge has ${count}:\n${problems.map((problem) => `  ${formatProblem(problem)}`).join("\n")}`,
      "Mend the files named above; CONTRIBUTING.md describes the format.",
    );
    this.problems = problems;
  }
}
