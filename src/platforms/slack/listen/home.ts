import { WORDS } from "../../../core/wording.ts";
import { SEARCH } from "../render/actions.ts";
import { messageModal } from "../render/modals.ts";
import { renderHome, suggestedPrompts } from "../render/pages.ts";
import { withoutPictures } from "../render/picture.ts";
import { acknowledge } from "./acknowledge.ts";
import type { ListenerContext } from "./context.ts";
import { homeConversationKey } from "./conversation.ts";
import { homeOpenedSchema, searchSchema } from "./payloads.ts";

/** The app's own pages: its Home tab, what is entered into its search box, and its agent view with questions to ask. */
export function listenToHome({ app, bot, replies, views, log }: ListenerContext): void {
  app.event("app_home_opened", async ({ event }) => {
    const opened = homeOpenedSchema.safeParse(event).data;
    if (opened?.tab === "home") await views.publishHome(opened.user, renderHome(bot.packs));
    if (opened?.tab === "messages") {
      await views.suggestPrompts(opened.channel, WORDS.featured, suggestedPrompts(bot.packs));
    }
  });

  // Only the acknowledgement can replace the search box by the answer.
  app.view(SEARCH, async ({ ack, body }) => {
    const { user, view } = searchSchema.parse(body);
    const text = view.state.values[SEARCH]?.[SEARCH]?.value ?? "";
    const { message } = replies.to({ text, conversation: homeConversationKey(user.id) }, { asker: user.id });
    // Without pictures: where Slack cannot fetch one, it refuses the view, and there is no second try.
    const modal = messageModal(withoutPictures(message), bot.packs);
    await acknowledge(() => ack({ response_action: "update", view: modal }), log);
  });
}
