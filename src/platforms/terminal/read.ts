import type { TourStop } from "../../core/reply.ts";
import { type Step, stepToStop } from "./screen.ts";
import { numberOutOfListText, TERMINAL_WORDS } from "./wording.ts";

/** Where the chat is when a message comes in. */
export interface ChatState {
  /** What the numbers from 1 on stand for. */
  choices: readonly Step[];
  /** The stop of a tour where the user was last. */
  stop?: TourStop | undefined;
  /** Whether that stop is what was shown last. */
  isAtStop: boolean;
}

const LEAVE = /^[/:]?(quit|exit|bye|q)$/i;
const NEXT = /^\/?(next|n)$/i;
const BACK = /^\/?(back|b)$/i;
/** Longer numbers are questions, such as the exit code 137. */
const NUMBER = /^#?(?<number>\d{1,2})[.)]?$/;
const TOUR_END: Step = { to: "note", text: TERMINAL_WORDS.tourEnd };

/** What a typed message asks the chat to do; whatever is no command of the chat is for the bot. */
export function readMessage(message: string, state: ChatState): Step {
  const text = message.trim();
  if (text === "") return readEmpty(state);
  if (LEAVE.test(text)) return { to: "leave" };
  const number = NUMBER.exec(text)?.groups?.["number"];
  if (number !== undefined) return pick(Number(number), state.choices);
  return readTourMove(text, state.stop) ?? { to: "say", text };
}

/** Enter alone goes on with the tour. */
function readEmpty({ isAtStop, stop }: ChatState): Step {
  const next = isAtStop && stop ? stepToStop(stop.pack, stop.stop + 1) : undefined;
  return next ?? { to: "nothing" };
}

function pick(number: number, choices: readonly Step[]): Step {
  const text = choices.length === 0 ? TERMINAL_WORDS.noList : numberOutOfListText(choices.length);
  return choices[number - 1] ?? { to: "note", text };
}

function readTourMove(text: string, at: TourStop | undefined): Step | undefined {
  if (at === undefined) return undefined;
  if (NEXT.test(text)) return stepToStop(at.pack, at.stop + 1) ?? TOUR_END;
  return BACK.test(text) ? stepToStop(at.pack, Math.max(0, at.stop - 1)) : undefined;
}
