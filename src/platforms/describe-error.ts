/**
 * An error for the log, without its message, which may hold what users typed: libraries put the input that they could not
 * read into their messages.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
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
