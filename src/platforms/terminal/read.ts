import { parseCommand } from "../../core/command.ts";
import type { Pack } from "../../core/pack.ts";
import { numberOutOfListText, TERMINAL_WORDS, WORDS } from "../../core/wording.ts";
import { type Step, stopAt, type TourStop } from "./screen.ts";

/** Where the chat is when a message comes in. */
export interface Place {
  /** What the numbers from 1 on stand for. */
  choices: readonly Step[];
  /** The pack that was spoken of last. */
  pack: Pack;
  /** The stop of the tour where the user was last. */
  stop?: TourStop;
  /** Whether that stop is what was shown last. */
  isAtStop: boolean;
}

const LEAVE = /^[/:]?(quit|exit|bye|q)$/i;
const NEXT = /^\/?(next|n)$/i;
const BACK = /^\/?(back|b)$/i;
/** Longer numbers are questions, such as the exit code 137. */
const NUMBER = /^#?(?<number>\d{1,2})[.)]?$/;
const TOUR_END: Step = { to: "note", text: TERMINAL_WORDS.tourEnd };

/** What a typed message means at a place. */
export function readMessage(message: string, place: Place): Step {
  const text = message.trim();
  if (text === "") return readEmpty(place);
  if (LEAVE.test(text)) return { to: "leave" };
  const number = NUMBER.exec(text)?.groups?.["number"];
  if (number !== undefined) return pick(Number(number), place.choices);
  return readTourMove(text, place.stop) ?? readCommand(text, place.pack);
}

/** Enter alone goes on with the tour. */
function readEmpty({ isAtStop, stop }: Place): Step {
  const next = isAtStop && stop ? stopAt(stop.pack, stop.stop + 1) : undefined;
  return next ?? { to: "nothing" };
}

function pick(number: number, choices: readonly Step[]): Step {
  const text = choices.length === 0 ? TERMINAL_WORDS.noList : numberOutOfListText(choices.length);
  return choices[number - 1] ?? { to: "note", text };
}

function readTourMove(text: string, at: TourStop | undefined): Step | undefined {
  if (at === undefined) return undefined;
  if (NEXT.test(text)) return stopAt(at.pack, at.stop + 1) ?? TOUR_END;
  return BACK.test(text) ? (stopAt(at.pack, at.stop - 1) ?? at) : undefined;
}

function readCommand(text: string, pack: Pack): Step {
  const command = parseCommand(text);
  switch (command.name) {
    case "ask":
    case "share":
      return { to: "ask", text: command.text };
    case "tour":
      return stopAt(pack, 0) ?? { to: "help" };
    case "thanks":
      return { to: "note", text: WORDS.thanks };
    default:
      return { to: command.name };
  }
}
