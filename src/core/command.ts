import { QUESTION_WORDS } from "./question.ts";
import { isThanks } from "./thanks.ts";

/** What a message to the bot asks for: an answer, or one of the few things it does beside answering. */
export type Command =
  | { name: "ask"; text: string }
  /** The welcome, with questions to start from. */
  | { name: "help" }
  | { name: "topics" }
  | { name: "tour" }
  /** A friendly word in return for thanks, praise or a goodbye. */
  | { name: "thanks" }
  /** An answer for all to see, where answers are private by default. */
  | { name: "share"; text: string };

/** The commands that the bot tells people about. */
export const COMMAND_WORDS: readonly string[] = ["help", "topics", "tour"];

const HI = "hi+|he+y+|hell+o+|hiya|howdy|yo|hola|greetings|good day|(good )?(morning|afternoon|evening)";
const WHOM = "there|again|bot|all|everyone|everybody|team|folks|guys|people|friends?";
/** Comes before other words, or stands alone: then people need to know what to ask. */
const GREETING = `(${HI})(,? (${WHOM}))*`;

const HELP = [
  "help( me)?( out)?|start|menu",
  "(i )?need (some |your )?help|(can|could|would|will) you help( me| us)?( out)?",
  "(can|could) (someone|somebody|anyone|anybody) help( me| us)?|(can|could|may) i (get|have) (some )?help",
  "i have a question|(can|could|may) i ask( you)? (a question|something)",
];
/** People try out whether anybody answers. */
const CALL = [
  "how are you( doing)?( today)?|how('s| is) it going|what('s| is)? ?up|sup",
  "(is )?(anyone|anybody|someone|somebody) (there|here)|(are )?you there|test(ing)?( 123)?|ping",
];
/** Questions about the bot itself, which the welcome answers. */
const ABOUT_BOT = [
  "(who|what) are you|what('s| is) your name|who (made|built|created|programmed) you",
  "are you (a |an )?(human|robot|bot|chatbot|machine|person|real|real person|chatgpt|gpt)",
  "what (can|do|could) you (do|know|answer|tell me|help( me| us)? with)( about)?",
  "how (can|could|do) you help( me| us)?|how do(es)? (you|this bot|the bot|this) work",
  "how (do|can|should) i (use|talk to|ask) (you|this bot|the bot)",
  "what (can|could|should|may) i ask( you)?( about| here)?|what (is this bot|does this bot do)( for)?",
];
const TOPICS = [
  "topics|browse|index|what topics|(show me )?your topics",
  "(what|which) (topics|subjects) (do you (know|have|cover)|can i ask( you)? about)",
];
const TOUR = "((take|start|show me|give me) )?((the|a) )?tour";

const ASKS_FOR_HELP = saysOnly(GREETING, ...HELP, ...CALL, ...ABOUT_BOT);
const ASKS_FOR_TOPICS = saysOnly(...TOPICS);
const ASKS_FOR_TOUR = saysOnly(TOUR);
/** What nobody sees, zero-width characters included; that inside of emoji does no harm as a space. */
const BLANKS = /[\s\p{Cf}]+/gu;
const ASKS_NOTHING = /^\?*$/;
/** What is shared: a question, or the entry with an id. “share a folder with a container” is a question itself. */
const SHARED = [
  String.raw`(${QUESTION_WORDS}|explain|describe|define|compare|(the )?difference)\b.*`,
  String.raw`\S+\s+(vs|versus|or)\s.*`,
  String.raw`\w+(-\w+)+`,
];
const SHARE = new RegExp(String.raw`^share:?\s+(?<text>${SHARED.join("|")})$`, "is");

/**
 * Reads a message. A leading slash, as in a terminal, makes no difference; an empty message, a greeting and a question about
 * the bot ask for help.
 */
export function parseCommand(message: string): Command {
  const text = message.trim().replace(/^\/(?=\w+$)/, "");
  const words = text.replace(BLANKS, " ").trim().replace(/’/g, "'");
  if (ASKS_NOTHING.test(words) || ASKS_FOR_HELP.test(words)) return { name: "help" };
  if (ASKS_FOR_TOPICS.test(words)) return { name: "topics" };
  if (ASKS_FOR_TOUR.test(words)) return { name: "tour" };
  if (isThanks(words)) return { name: "thanks" };
  const shared = SHARE.exec(text)?.groups?.["text"];
  return shared === undefined ? { name: "ask", text } : { name: "share", text: shared };
}

/** Matches what says one of these and no more: around it may stand a greeting, “please”, and marks and smileys after it. */
function saysOnly(...sayings: string[]): RegExp {
  const courtesy = String.raw`(${GREETING}[ \p{P}]+)?(please )?`;
  return new RegExp(
    String.raw`^${courtesy}(${sayings.join("|")})(,? (please|pls|plz))?[ \p{P}\p{S}\p{M}\u200d]*$`,
    "iu",
  );
}
