import { WORDS } from "../../core/wording.ts";
import { ACTIONS, decodeFeedback, decodeShared, decodeStop, named } from "./actions.ts";
import type { Message } from "./blocks.ts";
import type { Visibility } from "./deliver.ts";
import { acknowledge, type Listening } from "./listening.ts";
import { messageModal } from "./modals.ts";
import { hasPicture, withoutPictures } from "./picture.ts";
import { type Audience, type Press, questionOf, readPress, shareableIn } from "./press.ts";
import { renderText } from "./render.ts";

/** Where an entry appears that was asked for on a message: a private message turns into it, others stay. */
const READ: Readonly<Record<Audience, Visibility>> = { one: "replace", two: "public", all: "private" };

/** Presses of buttons and choices from lists. A press is a question whose text is what the button carries. */
export function listenToPresses(listening: Listening): void {
  const { app, bot, replies, deliver, views, threads, log } = listening;

  const onPress = (action: string, listener: (press: Press) => Promise<unknown>) =>
    app.action(named(action), async ({ ack, body }) => {
      await acknowledge(ack, log);
      const press = readPress(body);
      if (press) await listener(press);
      else log.warn({ action }, "Slack sent a press that makes no sense");
    });

  /** Shows a message in place of, or beside, what holds the button. */
  const show = async ({ surface, user }: Press, message: Message, visibility: Visibility): Promise<void> => {
    if (surface.kind === "message") {
      await deliver.respond(surface.url, surface.place, message, visibility);
      return;
    }
    const showModal = (shown: Message) => {
      const modal = messageModal(shown, bot.packs);
      return surface.kind === "modal" ? views.update(surface.view, modal) : views.open(surface.trigger, modal);
    };
    const isShown = (await showModal(message)) || (hasPicture(message) && (await showModal(withoutPictures(message))));
    if (!isShown) await deliver.post({ channel: user, user }, message);
  };

  onPress(ACTIONS.read, (press) => {
    const { surface } = press;
    const visibility = surface.kind === "message" ? READ[surface.audience] : "replace";
    const { message } = replies.answer(questionOf(press), shareableIn(press, visibility));
    return show(press, message, visibility);
  });
  onPress(ACTIONS.choose, (press) => {
    const { message } = replies.answer(questionOf(press), shareableIn(press, "replace"));
    return show(press, message, "replace");
  });
  onPress(ACTIONS.tour, (press) => show(press, replies.tour(decodeStop(press.value)), "replace"));
  onPress(ACTIONS.share, async ({ surface, value, name }) => {
    const shared = decodeShared(value);
    if (surface.kind !== "message" || !shared) return;
    const place = { ...surface.place, thread: shared.thread ?? surface.place.thread };
    const isDone = await deliver.share(surface.url, place, replies.share(shared, name));
    if (!isDone) {
      await deliver.respond(surface.url, place, renderText(WORDS.cannotShare), "private");
      return;
    }
    if (place.thread !== undefined) threads.join(place.channel, place.thread);
    await deliver.removeOriginal(surface.url);
  });
  onPress(ACTIONS.feedback, async ({ surface, value }) => {
    const feedback = decodeFeedback(value);
    if (surface.kind !== "message" || !feedback) return;
    const entries = feedback.entries.filter((id) => bot.find(id));
    log.info({ platform: "slack", entries, helpful: feedback.helpful }, "Feedback on an answer");
    await deliver.respond(surface.url, surface.place, renderText(WORDS.feedbackThanks), "private");
  });
}
