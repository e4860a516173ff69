import type { types, webApi } from "@slack/bolt";
import type { Caller } from "./call.ts";

/** What the app shows beside messages. Nothing here throws: failures are logged. */
export interface Views {
  /** Opens a modal for whoever pressed a button less than three seconds ago. False when it did not open. */
  open(trigger: string, view: types.ModalView): Promise<boolean>;
  /** Shows something else in an open modal. */
  update(id: string, view: types.ModalView): Promise<boolean>;
  publishHome(user: string, view: types.HomeView): Promise<boolean>;
  /** Offers questions in the agent view, which is a direct message channel. */
  suggestPrompts(channel: string, title: string, prompts: Prompt[]): Promise<boolean>;
}

/** A question that the agent view offers. */
export interface Prompt {
  title: string;
  message: string;
}

/** Shows views through the Web API. */
export function createViews(web: webApi.WebClient, { call }: Caller): Views {
  const succeeds = async (name: string, attempt: () => Promise<unknown>) => (await call(name, attempt)).ok;
  return {
    open: (trigger_id, view) => succeeds("views.open", () => web.views.open({ trigger_id, view })),
    update: (view_id, view) => succeeds("views.update", () => web.views.update({ view_id, view })),
    publishHome: (user_id, view) => succeeds("views.publish", () => web.views.publish({ user_id, view })),
    // Without thread_ts: with it, the call silently does nothing in the agent view.
    suggestPrompts: (channel_id, title, [first, ...others]) =>
      first
        ? succeeds("assistant.threads.setSuggestedPrompts", () =>
            web.assistant.threads.setSuggestedPrompts({ channel_id, title, prompts: [first, ...others] }),
          )
        : Promise.resolve(true),
  };
}
