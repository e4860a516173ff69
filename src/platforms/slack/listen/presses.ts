import { WORDS } from "../../../core/wording.ts";
import type { Visibility } from "../deliver/deliver.ts";
import { PLATFORM } from "../name.ts";
import { ACTIONS, decodeFeedback, decodeShared, decodeStop, decodeTopicsPage } from "../render/actions.ts";
import { renderText } from "../render/answer.ts";
import type { Message } from "../render/blocks.ts";
import { messageModal, searchModal } from "../render/modals.ts";
import { hasPicture, withoutPictures } from "../render/picture.ts";
import { acknowledge } from "./acknowledge.ts";
import type { ListenerContext } from "./context.ts";
import { conversationIn, isTheirs, type Press, readPress, replyOptions, visibilityOf } from "./read-press.ts";
import { shareAnswer } from "./share.ts";

/** Presses of buttons and choices from lists. */
export function listenToPresses(context: ListenerContext): void {
  const { app, bot, replies, deliver, views, log } = context;

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
  const fail = (press: Press) => show(press, renderText(WORDS.failed), "private");
  const showEntry = (press: Press, visibility: Visibility) => {
    const question = { text: press.value, conversation: conversationIn(press, visibility) };
    const { message } = replies.answer(question, replyOptions(press, visibility));
    return show(press, message, visibility);
  };
  const showStop = (press: Press, visibility: Visibility) => {
    const message = replies.tour(decodeStop(press.value), conversationIn(press, visibility));
    return show(press, message, visibility);
  };

  const listeners = new Map<string, (press: Press) => Promise<unknown>>([
    [ACTIONS.read, (press) => showEntry(press, visibilityOf(press, "read"))],
    [ACTIONS.choose, (press) => showEntry(press, isTheirs(press) ? "replace" : visibilityOf(press, "turn"))],
    [ACTIONS.tour, (press) => showStop(press, visibilityOf(press, "turn"))],
    [
      ACTIONS.topics,
      (press) => show(press, replies.topics(decodeTopicsPage(press.value)), visibilityOf(press, "turn")),
    ],
    [
      ACTIONS.ask,
      async (press) => {
        const { surface } = press;
        const isOpen = surface.kind === "home" && (await views.open(surface.trigger, searchModal()));
        if (!isOpen) await fail(press);
      },
    ],
    [
      ACTIONS.share,
      (press) => {
        const shared = decodeShared(press.value);
        const message = shared && replies.share(shared, press.name);
        if (press.surface.kind !== "message" || !message) return fail(press);
        return shareAnswer(context, press.surface, message, shared.thread);
      },
    ],
    [
      ACTIONS.feedback,
      (press) => {
        const feedback = decodeFeedback(press.value);
        if (!feedback) return fail(press);
        const entries = feedback.entries.filter((id) => bot.find(id));
        log.info({ platform: PLATFORM, entries, helpful: feedback.helpful }, "Feedback on an answer");
        return show(press, renderText(WORDS.feedbackThanks), "private");
      },
    ],
  ]);

  // Any name: old messages may have buttons that the bot no longer knows.
  app.action(/^/, async ({ ack, body }) => {
    await acknowledge(ack, log);
    const press = readPress(body);
    if (press) await (listeners.get(press.action) ?? fail)(press);
    else log.warn("Slack sent a malformed press");
  });
}
