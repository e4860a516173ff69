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
export function errorText(error: unknown): string {
  if (error instanceof BotError) return `${error.message}\n${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}

/** The same and, for an error that nobody has thought of, where it came from: somebody has to look for it there. */
export function errorTextWithStack(error: unknown): string {
  const isUnknown = error instanceof Error && !(error instanceof BotError);
  return (isUnknown && error.stack) || errorText(error);
}

/**
 * An error for the log, without its message, which may hold what users typed: libraries put the input that they could not
 * read into their messages.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error ? { code: String(error.code) } : {};
  return { error: error.name, ...code, at: firstFrame(error) };
}

/** Where an error was thrown. A line of its message may look like that too, so that only what follows it counts. */
function firstFrame({ message, stack = "" }: Error): string | undefined {
  const start = stack.indexOf(message);
  const frames = start < 0 ? "" : stack.slice(start + message.length);
  return /^\s+at .*$/m.exec(frames)?.[0].trim();
}
