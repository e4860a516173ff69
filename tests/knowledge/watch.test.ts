import { EventEmitter, on, once } from "node:events";
import { renameSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Pack } from "../../src/core/pack.ts";
import { errorText } from "../../src/errors.ts";
import { readKnowledge } from "../../src/knowledge/load.ts";
import { knowledgeState, watchKnowledge } from "../../src/knowledge/watch.ts";
import { createTeaFolder, entryText, type Folder, manifestText } from "./folder.ts";

const FILE = "tea/brewing/green-tea.md";
const INTERVAL = 20;

/** What came of an edit. */
type Outcome = { packs: readonly Pack[] } | { refusal: string };

interface Watch {
  /** The next outcome, once there is one; the system may tell of one edit twice. */
  next(): Promise<Outcome>;
  /** The packs of the next outcome that brings such packs, once there is one. */
  packs(isMeant: (packs: readonly Pack[]) => boolean): Promise<readonly Pack[]>;
  /** All outcomes so far. */
  outcomes: readonly Outcome[];
  stop(): Promise<void>;
}

/**
 * Watches a folder as the bot does, with little patience.
 * @param since its state before it was read; by default what it is now
 */
async function watch(folder: Folder, since?: string): Promise<Watch> {
  const happenings = new EventEmitter();
  const outcomes: Outcome[] = [];
  const iterator = on(happenings, "outcome");
  const happen = (outcome: Outcome) => {
    outcomes.push(outcome);
    happenings.emit("outcome", outcome);
  };
  const stop = watchKnowledge({
    folder: folder.root,
    since: since ?? (await knowledgeState(folder.root)),
    *takeOver() {
      happen({ packs: yield* readKnowledge(folder.root) });
    },
    onRefused: (error) => happen({ refusal: errorText(error) }),
    interval: INTERVAL,
  });
  onTestFinished(stop);
  const next = async (): Promise<Outcome> => (await iterator.next()).value[0];
  return {
    next,
    async packs(isMeant) {
      for (;;) {
        const outcome = await next();
        if ("packs" in outcome && isMeant(outcome.packs)) return outcome.packs;
      }
    },
    outcomes,
    stop,
  };
}

function bodyOf(packs: readonly Pack[], id: string) {
  return packs.flatMap(({ entries }) => entries).find((entry) => entry.id === id)?.body;
}

it("takes over a sound edit, a new entry and a new pack", async () => {
  const folder = createTeaFolder();
  const watched = await watch(folder);
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  const edited = await watched.next();
  expect("packs" in edited && bodyOf(edited.packs, "green-tea")).toBe("Use water of 80 °C.");
  folder.write("tea/leaves/matcha.md", entryText("matcha", {}, "It is ground."));
  await watched.packs((packs) => bodyOf(packs, "matcha") === "It is ground.");
  const [topics, featured] = ["[{ id: leaves, title: Leaves }]", "[mint]"];
  folder.write("herbs/pack.yaml", manifestText({ command: "herbs", topics, featured, tour: featured }));
  folder.write("herbs/leaves/mint.md", entryText("mint", { related: "[sage]" }));
  folder.write("herbs/leaves/sage.md", entryText("sage", { related: "[mint]" }));
  const packs = await watched.packs(({ length }) => length === 2);
  expect(packs.map(({ name }) => name)).toEqual(["herbs", "tea"]);
});

it("takes over an edit that was made before the watch began, but after what is in use was read", async () => {
  const folder = createTeaFolder();
  const since = await knowledgeState(folder.root);
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  const watched = await watch(folder, since);
  const packs = await watched.packs(() => true);
  expect(bodyOf(packs, "green-tea")).toBe("Use water of 80 °C.");
});

it("looks only into what is read: not into folders that are no packs, nor deeper than packs go", async () => {
  const folder = createTeaFolder();
  folder.write("photos/2026/tea.jpg", "");
  folder.write("tea/a/b/c/d/e.md", "");
  const state = await knowledgeState(folder.root);
  folder.write("photos/2026/pot.jpg", "");
  folder.write("tea/a/b/c/d/f.md", "");
  expect(await knowledgeState(folder.root)).toBe(state);
  folder.write("tea/a/b/c/g.md", "");
  const deeper = await knowledgeState(folder.root);
  expect(deeper).not.toBe(state);
  folder.write("photos/pack.yaml", manifestText({ command: "photos" }));
  expect(await knowledgeState(folder.root)).not.toBe(deeper);
  const pack = await knowledgeState(folder.path("tea"));
  folder.write("tea/leaves/matcha.md", entryText("matcha"));
  expect(await knowledgeState(folder.path("tea"))).not.toBe(pack);
});

it("says what fault has ended it", async () => {
  const folder = createTeaFolder();
  const refused = await new Promise((resolve) => {
    const stop = watchKnowledge({
      folder: folder.root,
      since: "another state",
      takeOver: () => {
        throw new TypeError("a fault");
      },
      onRefused: resolve,
      interval: INTERVAL,
    });
    onTestFinished(stop);
  });
  expect(refused).toEqual(new TypeError("a fault"));
});

it("takes over an edit of what the pack declines", async () => {
  const folder = createTeaFolder();
  folder.write("tea/declined.yaml", "- what is coffee\n");
  const watched = await watch(folder);
  folder.write("tea/declined.yaml", "- what is coffee\n- what is cocoa\n");
  const [pack] = await watched.packs(() => true);
  expect(pack?.declined).toEqual(["what is coffee", "what is cocoa"]);
});

it("refuses a half-written file, saying why, and takes over the whole one", async () => {
  const folder = createTeaFolder();
  const watched = await watch(folder);
  const text = entryText("green-tea", {}, "Use water of 80 °C, and wait for two minutes.");
  folder.write(FILE, text.slice(0, -20));
  expect(await watched.next()).toEqual({
    refusal: expect.stringContaining(`${folder.path(FILE)}:12: ends without a line break`),
  });
  folder.write(FILE, text);
  const packs = await watched.packs(() => true);
  expect(bodyOf(packs, "green-tea")).toBe("Use water of 80 °C, and wait for two minutes.");
});

it("takes over a pack whose folder is replaced as a whole, and edits after that", async () => {
  const [folder, other] = [createTeaFolder(), createTeaFolder()];
  const watched = await watch(folder);
  other.write(FILE, entryText("green-tea", {}, "Use water of 70 °C."));
  renameSync(path.join(folder.root, "tea"), path.join(other.root, "old"));
  renameSync(path.join(other.root, "tea"), path.join(folder.root, "tea"));
  await watched.packs((packs) => bodyOf(packs, "green-tea") === "Use water of 70 °C.");
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  await watched.packs((packs) => bodyOf(packs, "green-tea") === "Use water of 80 °C.");
});

it("refuses a folder that is gone", async () => {
  const folder = createTeaFolder();
  const watched = await watch(folder);
  folder.remove("tea");
  expect(await watched.next()).toEqual({ refusal: expect.stringContaining("holds no pack") });
});

it("takes over a whole folder that was deleted and came back, and edits after that", async () => {
  const [folder, other] = [createTeaFolder(), createTeaFolder()];
  const watched = await watch(folder);
  folder.remove("");
  expect(await watched.next()).toEqual({ refusal: expect.stringContaining("is not a folder: it does not exist") });
  other.write(FILE, entryText("green-tea", {}, "Use water of 70 °C."));
  renameSync(other.root, folder.root);
  await watched.packs((packs) => bodyOf(packs, "green-tea") === "Use water of 70 °C.");
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  await watched.packs((packs) => bodyOf(packs, "green-tea") === "Use water of 80 °C.");
});

it("begins anew where the next edit comes while one is being taken over, so that the last one counts", async () => {
  const folder = createTeaFolder();
  let begun = 0;
  const happened = new EventEmitter();
  const stop = watchKnowledge({
    folder: folder.root,
    since: await knowledgeState(folder.root),
    *takeOver() {
      begun += 1;
      const packs = yield* readKnowledge(folder.root);
      if (begun === 1) folder.write(FILE, entryText("green-tea", {}, "The second edit."));
      // Would end once the next one has begun, and would be the last to be taken over.
      while (begun === 1) yield;
      happened.emit("taken over", bodyOf(packs, "green-tea"));
    },
    onRefused: (error) => happened.emit("taken over", error),
    interval: INTERVAL,
  });
  onTestFinished(stop);
  const takenOver = once(happened, "taken over");
  folder.write(FILE, entryText("green-tea", {}, "The first edit."));
  expect(await takenOver).toEqual(["The second edit."]);
});

it("hears nothing any more once it is stopped", async () => {
  const folder = createTeaFolder();
  const [stopped, other] = [await watch(folder), await watch(folder)];
  await stopped.stop();
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  await other.next();
  expect(stopped.outcomes).toEqual([]);
});

it("stops before it takes over an edit that has been made", async () => {
  const folder = createTeaFolder();
  const [stopped, other] = [await watch(folder), await watch(folder)];
  folder.write(FILE, entryText("green-tea", {}, "Use water of 80 °C."));
  await stopped.stop();
  await other.next();
  expect(stopped.outcomes).toEqual([]);
});
