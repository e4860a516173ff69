import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";
import { createConversations } from "../../src/conversations.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

afterEach(() => {
  vi.useRealTimers();
});

it("holds nothing that was asked once half an hour has passed, although nobody asks again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  // A time of 0 would count as none.
  vi.advanceTimersByTime(1);
  const conversations = createConversations(performance);
  const remember = () => {
    const shown = { question: "a private question", pack: "garden", ids: ["what-is-mulch"], isAnswer: true };
    conversations.remember("C1", shown);
    return new WeakRef(shown);
  };
  const shown = remember();
  const isHeld = async () => {
    // What a reference was read from is held until the turn of the event loop ends.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    return shown.deref() !== undefined;
  };
  vi.advanceTimersByTime(29 * 60_000);
  expect(await isHeld()).toBe(true);
  vi.advanceTimersByTime(2 * 60_000);
  expect(await isHeld()).toBe(false);
});
