/** What a message to the bot asks for: an answer, or one of the few things it does beside answering. */
export type Command =
  | { name: "ask"; text: string }
  /** The welcome, with questions to start from. */
  | { name: "help" }
  | { name: "topics" }
  | { name: "tour" }
  /** An answer for all to see, where answers are private by default. */
  | { name: "share"; text: string };

const HELP = /^(help|start|menu|\?+)$/i;
/** Questions about the bot itself, which the welcome answers. */
const ABOUT_BOT =
  /^((can|could) you help( me)?|help me( please)?|what (can|do) you do|(who|what) are you|how do(es)? (you|this bot|this) work)[\s!.?]*$/i;
/** People greet a bot before they ask it; what they need then is to know what to ask. */
const GREETING =
  /^(hi|hey|hello|hiya|howdy|greetings|good (morning|afternoon|evening|day))( (there|bot|all|everyone|team))?[\s!.,]*$/i;
const TOPICS = /^(topics|browse|index)$/i;
const TOUR = /^(the )?tour$/i;
const SHARE = /^share\s+(?<text>\S.*)$/is;

/**
 * Reads a message. A leading slash, as in a terminal, makes no difference; an empty message, a greeting and a question about
 * the bot ask for help.
 */
export function parseCommand(message: string): Command {
  const text = message.trim().replace(/^\/(?=\w+$)/, "");
  if (text === "" || [HELP, ABOUT_BOT, GREETING].some((pattern) => pattern.test(text))) return { name: "help" };
  if (TOPICS.test(text)) return { name: "topics" };
  if (TOUR.test(text)) return { name: "tour" };
  const shared = SHARE.exec(text)?.groups?.["text"];
  return shared === undefined ? { name: "ask", text } : { name: "share", text: shared };
}
