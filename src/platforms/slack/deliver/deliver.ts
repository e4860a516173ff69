import type { webApi } from "@slack/bolt";
import { WORDS } from "../../../core/wording.ts";
import type { Logger } from "../../../log.ts";
import { type Block, type Message, section } from "../render/blocks.ts";
import { hasPicture, withoutPictures } from "../render/picture.ts";
import type { Timing } from "../timing.ts";
import type { Caller, Outcome, Repeat } from "./call.ts";
import { createChannelQueues, PRIVATE } from "./channel-queues.ts";
import { type Failure, REFUSED_TOKEN, UNREADABLE } from "./failure.ts";
import type { Place } from "./place.ts";
import { postToResponseUrl } from "./response-url.ts";

/** Who sees a reply to an interaction: the person, everybody, or whoever saw the message it replaces. */
export type Visibility = "private" | "public" | "replace";

/** What became of a message: sent; refused by the place, such as a channel without the bot; failed for now; unknown. */
export type Delivered = "done" | "closed" | "failed" | "unclear";

/** Sends messages, by another way where the first fails. Nothing here throws: failures are logged. */
export interface Deliver {
  /**
   * Posts for everybody in the place, and says what became of that. Where it failed or may have failed, the person gets
   * the message alone.
   */
  post(place: Place, message: Message): Promise<Delivered>;
  /** Posts for everybody in the place or not at all: for messages that did not ask the bot. */
  offer(place: Place, message: Message): Promise<Delivered>;
  /** Replies to an interaction by its response_url, or another way where that fails. */
  respond(url: string, place: Place, message: Message, visibility: Visibility): Promise<void>;
  /** Posts a private answer for everybody, by the response_url of its button. */
  share(url: string, place: Place, message: Message): Promise<Delivered>;
  /** Removes the message on which a button was pressed. */
  removeOriginal(url: string): Promise<void>;
}

type Attempt = (message: Message) => Promise<Outcome<unknown>>;

/** What messages are sent with. */
export interface DeliverOptions {
  web: webApi.WebClient;
  caller: Caller;
  timing: Timing;
  log: Logger;
}

/** Sends through the Web API and response_urls. */
export function createDeliver({ web, caller: { call }, timing, log }: DeliverOptions): Deliver {
  const queues = createChannelQueues(log);

  const respondWith = (url: string, payload: object, repeat: Repeat) =>
    call("response_url", () => postToResponseUrl(url, { ...payload, ...NO_UNFURL }, timing.call), repeat);
  const byUrl = (url: string, { thread }: Place, visibility: Visibility): Attempt => {
    const target = { ...VISIBILITY[visibility], ...(visibility !== "replace" && inThread(thread)) };
    const repeat = visibility === "public" ? "careful" : "harmless";
    return (message) => respondWith(url, { ...target, ...parts(message) }, repeat);
  };
  const publicly = ({ channel, thread }: Place): Attempt => {
    const target = { channel, ...inThread(thread), ...NO_UNFURL };
    const send: Attempt = (message) =>
      call("chat.postMessage", () => web.chat.postMessage({ ...target, ...parts(message) }), "careful");
    return (message) => queues.run(channel, () => send(message), OVERFLOW);
  };
  const privately = ({ channel, user, thread }: Place): Attempt => {
    const target = { channel, user, ...inThread(thread) };
    const send: Attempt = (message) =>
      call("chat.postEphemeral", () => web.chat.postEphemeral({ ...target, ...parts(message) }));
    // One queue for all: what a channel has no room for would storm Slack from here.
    return (message) => queues.run(PRIVATE, () => send(message), OVERFLOW);
  };
  const directly =
    ({ user }: Place): Attempt =>
    (message) =>
      publicly({ channel: user, user })(withNote(message));

  /**
   * Tries to tell everybody, otherwise the person: in the place where everybody may have got it already, else directly.
   */
  const tellEverybody = async (attempts: readonly Attempt[], place: Place, message: Message): Promise<Delivered> => {
    const delivered = await firstThatWorks(attempts, message, false);
    if (delivered === "unclear") await firstThatWorks([privately(place)], message, true);
    else if (delivered !== "done") await firstThatWorks([directly(place)], message, true);
    return delivered;
  };

  return {
    post: (place, message) => tellEverybody([publicly(place)], place, message),
    offer: (place, message) => firstThatWorks([publicly(place)], message, false),
    async respond(url, place, message, visibility) {
      const byButton = byUrl(url, place, visibility);
      if (visibility === "public") await tellEverybody([byButton, publicly(place)], place, message);
      else await firstThatWorks([byButton, privately(place), directly(place)], message, true);
    },
    share: (url, place, message) => firstThatWorks([byUrl(url, place, "public"), publicly(place)], message, false),
    async removeOriginal(url) {
      await respondWith(url, { delete_original: true }, "harmless");
    },
  };
}

const NO_UNFURL = { unfurl_links: false, unfurl_media: false };

/** Too many messages wait for the channel already. */
const OVERFLOW: Outcome<never> = { ok: false, failure: { code: "overflow", isPassing: false, isUnclear: true } };

const VISIBILITY: Readonly<Record<Visibility, object>> = {
  private: { response_type: "ephemeral", replace_original: false },
  public: { response_type: "in_channel", replace_original: false },
  replace: { replace_original: true },
};

/**
 * Tries ways to send a message until one works, and says what came of the last one tried.
 * @param mayRepeat whether to go on after a way that may have worked
 */
async function firstThatWorks(attempts: readonly Attempt[], message: Message, mayRepeat: boolean): Promise<Delivered> {
  let delivered: Delivered = "failed";
  for (const attempt of attempts) {
    const outcome = await readably(attempt, message);
    if (outcome.ok) return "done";
    if (outcome.failure.isUnclear && !mayRepeat) return "unclear";
    delivered = isOfThePlace(outcome.failure) ? "closed" : "failed";
  }
  return delivered;
}

/** Whether a message failed for what its place does not allow; a refused token is no fault of the place. */
function isOfThePlace({ code, isPassing, isUnclear }: Failure): boolean {
  return !isPassing && !isUnclear && !REFUSED_TOKEN.has(code);
}

/** Sends a message, without its picture where Slack may have failed to fetch that, or as plain text. */
async function readably(attempt: Attempt, message: Message): Promise<Outcome<unknown>> {
  const outcome = await attempt(message);
  if (outcome.ok || !UNREADABLE.has(outcome.failure.code)) return outcome;
  if (hasPicture(message)) return readably(attempt, withoutPictures(message));
  return attempt({ text: message.text, blocks: [] });
}

function parts({ text, blocks }: Message): { text: string; blocks?: Block[] } {
  return blocks.length > 0 ? { text, blocks: [...blocks] } : { text };
}

function inThread(thread: string | undefined): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread };
}

/** A message that says why it comes directly. */
function withNote({ text, blocks }: Message): Message {
  return { text: `${WORDS.cannotPost}\n\n${text}`, blocks: [section(WORDS.cannotPost), ...blocks] };
}
