import type { ServerResponse } from "node:http";

/** A way in which Slack misbehaves. */
export interface Fault {
  /** Answers with `ok: false` and this code. */
  error?: string;
  status?: number;
  /** What it answers, where that is not how Slack answers. */
  body?: string;
  headers?: Record<string, string>;
  /** Never answers. */
  hang?: boolean;
}

interface PlannedFault extends Fault {
  method: string;
  when: (args: Record<string, unknown>) => boolean;
  times: number;
}

/** What is to go wrong, and how often. */
export function createFaults() {
  const planned: PlannedFault[] = [];
  return {
    /** Makes calls of a method fail: the next one, or so many, or those that a condition holds for. */
    plan(
      method: string,
      fault: Fault,
      { times = 1, when = () => true }: Partial<Pick<PlannedFault, "times" | "when">> = {},
    ) {
      planned.push({ ...fault, method, when, times });
    },
    clear() {
      planned.length = 0;
    },
    /** Carries out the fault planned for a call, if there is one. */
    strike(method: string, args: Record<string, unknown>, response: ServerResponse): boolean {
      const fault = planned.find(
        (candidate) => candidate.times > 0 && candidate.method === method && candidate.when(args),
      );
      if (!fault) return false;
      fault.times -= 1;
      if (fault.hang) return true;
      response.writeHead(fault.status ?? 200, { "content-type": "application/json", ...fault.headers });
      const { error, body = "upstream error" } = fault;
      response.end(error === undefined ? body : JSON.stringify({ ok: false, error }));
      return true;
    },
  };
}
