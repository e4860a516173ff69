/**
 * A failure whose cause is known and whose remedy can be named: bad configuration, bad knowledge, bad usage.
 * It is shown as its message and hint, without a stack trace.
 */
export class BotError extends Error {
  override readonly name: string = "BotError";
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

/** An error in words for whoever started the program: what is wrong and, where that is known, what to do. */
export function explainError(error: unknown): string {
  if (error instanceof BotError) return `${error.message}\n${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}

/** The same and, for an error that nobody has thought of, where it came from: somebody has to look for it there. */
export function explainFailure(error: unknown): string {
  const isUnknown = error instanceof Error && !(error instanceof BotError);
  return (isUnknown && error.stack) || explainError(error);
}
