import { expect, it, onTestFinished, vi } from "vitest";
import { createExit } from "../../src/exit.ts";
import type { Service } from "../../src/platforms/platform.ts";

it("takes signals that come together for one, as npm passes on what the whole group gets, and a later one for haste", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  onTestFinished(() => {
    vi.useRealTimers();
    exit.mockRestore();
  });
  const never = () => new Promise<void>(() => undefined);
  const stuck: Service = { start: never, stop: never };
  const { onSignal } = createExit([stuck]);
  onSignal();
  onSignal();
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  onSignal();
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});
