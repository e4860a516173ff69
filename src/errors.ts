/**
 * A failure with a known cause and remedy: bad configuration, bad knowledge, bad usage. It is shown as its message and
 * hint, without a stack trace.
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

/** An error in words for whoever started the program: what is wrong and, if known, what to do. */
export function errorText(error: unknown): string {
  if (error instanceof BotError) return `${error.message}\n${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}

/** Like `errorText`, but with the stack trace of an unexpected error, which is a defect that somebody has to find. */
export function errorTextWithStack(error: unknown): string {
  const isUnexpected = error instanceof Error && !(error instanceof BotError);
  return (isUnexpected && error.stack) || errorText(error);
}

/**
 * An error as fields for the log. Its message is left out, since it may hold what users typed: libraries quote input
 * that they cannot read.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error ? { code: String(error.code) } : {};
  return { error: error.name, ...code, at: firstFrame(error) };
}

/** The stack frame that threw an error. The message, which may look like one, is skipped. */
function firstFrame({ message, stack = "" }: Error): string | undefined {
  const start = stack.indexOf(message);
  const frames = start < 0 ? "" : stack.slice(start + message.length);
  return /^\s+at .*$/m.exec(frames)?.[0].trim();
}
