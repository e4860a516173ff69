import type { types } from "@slack/bolt";
import type { Pack } from "../../../core/pack.ts";
import { WORDS } from "../../../core/wording.ts";
import { SEARCH } from "./actions.ts";
import { type Message, plainText } from "./blocks.ts";
import { LIMITS } from "./limits.ts";

/** Longest text that the search box takes; the bot itself says where a question is too long. */
const MAX_QUESTION = 3000;

/** The search box. */
export function searchModal(): types.ModalView {
  return {
    type: "modal",
    callback_id: SEARCH,
    title: plainText(WORDS.ask, LIMITS.viewTitle),
    submit: plainText(WORDS.ask, LIMITS.viewTitle),
    blocks: [
      {
        type: "input",
        block_id: SEARCH,
        label: plainText(WORDS.ask, LIMITS.label),
        element: {
          type: "plain_text_input",
          action_id: SEARCH,
          max_length: MAX_QUESTION,
          focus_on_load: true,
          placeholder: plainText(WORDS.askHint, LIMITS.placeholder),
        },
      },
    ],
  };
}

/** A message in a modal. What only messages can hold, which is feedback, is left out. */
export function messageModal({ blocks }: Message, packs: readonly Pack[]): types.ModalView {
  return {
    type: "modal",
    title: plainText(packs.map(({ title }) => title).join(", "), LIMITS.viewTitle),
    blocks: blocks.filter(({ type }) => type !== "context_actions"),
  };
}
