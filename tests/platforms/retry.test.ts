import fc from "fast-check";
import { expect, it } from "vitest";
import { backOff, retry } from "../../src/platforms/shared/retry.ts";

const failing = () => Promise.reject(new TypeError("Cannot read properties of undefined"));

it("attempts until it works, whatever the errors are", async () => {
  const failures: number[] = [];
  let attempts = 0;
  const attempt = () => {
    attempts += 1;
    return attempts < 5 ? failing() : Promise.resolve("there");
  };
  const waitAfter = (_: unknown, failed: number) => {
    failures.push(failed);
    return 1;
  };
  expect(await retry(attempt, { signal: new AbortController().signal, waitAfter })).toBe("there");
  expect(failures).toEqual([0, 1, 2, 3]);
});

it("gives up where it is told to", async () => {
  const waitAfter = () => {
    throw new Error("It is no use");
  };
  const { signal } = new AbortController();
  await expect(retry(failing, { signal, waitAfter })).rejects.toThrow("It is no use");
});

it("ends at once when it is aborted while it waits, and does not begin afterwards", async () => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const waitAfter = () => {
    queueMicrotask(() => stopping.abort());
    return 2 ** 31 - 1;
  };
  expect(await retry(failing, { signal, waitAfter })).toBeUndefined();
  expect(await retry(() => Promise.resolve("there"), { signal, waitAfter })).toBeUndefined();
});

it("waits longer after every failure, up to a limit, with half of it left to chance", () => {
  const pace = fc.record({ reconnect: fc.integer({ min: 1, max: 5_000 }), longestReconnect: fc.integer({ min: 1 }) });
  fc.assert(
    fc.property(pace, fc.nat(5_000), (of, failures) => {
      const longest = Math.min(of.longestReconnect, of.reconnect * 2 ** failures);
      const wait = backOff(failures, of);
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    }),
  );
});
