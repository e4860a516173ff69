import type { Routes } from "./routes.ts";

/** Has `/readyz` say whether a part of the bot does its work. */
export type ReportReadiness = (part: string, isReady: () => boolean) => void;

/**
 * Serves `/healthz`, which answers for as long as the process is alive, and `/readyz`, which has status 503 while a
 * part of the bot is not ready.
 */
export function serveHealth({ add }: Routes): ReportReadiness {
  const checks = new Map<string, () => boolean>();
  add("GET", "/healthz", () => ({ status: 200, body: "ok" }));
  add("GET", "/readyz", () => {
    const parts = [...checks].map(([part, isReady]) => [part, isReady()] as const);
    return { status: parts.every(([, isReady]) => isReady) ? 200 : 503, body: Object.fromEntries(parts) };
  });
  return (part, isReady) => void checks.set(part, isReady);
}
