import { QUESTION_WORDS } from "./question.ts";
import { isThanks } from "./thanks.ts";

/** What a message to the bot asks for: an answer, or one of the other things that the bot does. */
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

const SALUTATION = "hi+|he+y+|hell+o+|hiya|howdy|yo|hola|greetings|good day|(good )?(morning|afternoon|evening)";
const ADDRESSEE = "there|again|bot|all|everyone|everybody|team|folks|guys|people|friends?";
/** May come before other words; alone, it asks for help, since the person has yet to learn what to ask. */
const GREETING = `(${SALUTATION})(,? (${ADDRESSEE}))*`;

const HELP = [
  "help( me)?( out)?|start|menu",
  "(i )?need (some |your )?help|(can|could|would|will) you help( me| us)?( out)?",
  "(can|could) (someone|somebody|anyone|anybody) help( me| us)?|(can|could|may) i (get|have) (some )?help",
  "i have a question|(can|could|may) i ask( you)? (a question|something)",
];
/** What people type to see whether anybody answers. */
const SMALL_TALK = [
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

const ASKS_FOR_HELP = matchesOnly(GREETING, ...HELP, ...SMALL_TALK, ...ABOUT_BOT);
const ASKS_FOR_TOPICS = matchesOnly(...TOPICS);
const ASKS_FOR_TOUR = matchesOnly(TOUR);
/** White space and invisible characters; the joiners inside of emoji may become spaces, too. */
const BLANKS = /[\s\p{Cf}]+/gu;
const ASKS_NOTHING = /^\?*$/;
/** What may follow “share”: a question or an id. “share a folder with a container” is itself a question. */
const SHARED = [
  String.raw`(${QUESTION_WORDS}|explain|describe|define|compare|(the )?difference)\b.*`,
  String.raw`\S+\s+(vs|versus|or)\s.*`,
  String.raw`\w+(-\w+)+`,
];
const SHARE = new RegExp(String.raw`^share:?\s+(?<text>${SHARED.join("|")})$`, "is");

/**
 * Reads the command in a message. A slash before it is ignored, as people type it in a terminal. An empty message, a
 * greeting and a question about the bot ask for help.
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

/** Matches one of these phrases, with or without a greeting, “please”, and punctuation or emoji around it. */
function matchesOnly(...phrases: string[]): RegExp {
  const courtesy = String.raw`(${GREETING}[ \p{P}]+)?(please )?`;
  return new RegExp(
    String.raw`^${courtesy}(${phrases.join("|")})(,? (please|pls|plz))?[ \p{P}\p{S}\p{M}\u200d]*$`,
    "iu",
  );
}
