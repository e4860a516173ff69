import { WORDS } from "../../../core/wording.ts";
import { renderText } from "../render/answer.ts";
import type { Message } from "../render/blocks.ts";
import type { ListenerContext } from "./context.ts";
import type { MessageSurface } from "./read-press.ts";

/** What to say where a private answer was not, or perhaps not, shared. */
const PROBLEMS = { closed: WORDS.cannotShare, failed: WORDS.failedShare, unclear: WORDS.unclearShare } as const;

/** Makes the private answer on which a button was pressed public, once, and removes it. Never throws. */
export async function shareAnswer(
  { deliver, seen, threads }: ListenerContext,
  { url, place: pressed, message: timestamp }: MessageSurface,
  message: Message,
  thread: string | undefined,
): Promise<void> {
  // Two quick presses come as two interactions.
  const key = `share:${pressed.channel}:${pressed.user}:${timestamp ?? url}`;
  if (!seen.markSeen(key)) return;
  const place = { ...pressed, thread: thread ?? pressed.thread };
  const delivered = await deliver.share(url, place, message);
  if (delivered !== "done") {
    seen.forget(key);
    await deliver.respond(url, pressed, renderText(PROBLEMS[delivered]), "private");
    return;
  }
  if (place.thread !== undefined) threads.join(place.channel, place.thread);
  await deliver.removeOriginal(url);
}
