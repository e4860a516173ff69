/**
 * An error for the log, without its message, which may hold what users typed: libraries put the input that they could not
 * read into their messages.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error ? { code: String(error.code) } : {};
  return { error: error.name, ...code, at: error.stack?.match(/^\s+at .*$/m)?.[0].trim() };
}
