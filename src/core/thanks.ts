/** What people say once they have their answer. A longer phrase comes before one that it starts with. */
const PHRASES = [
  "(many |thank you,? )?(thanks|thx|thank (you|u))( (a lot|so much|very much|again|for (the|your) (help|answer|info)))+",
  "(many )?thanks|thank (you|u)|thx|ty|tysm|cheers|much appreciated",
  "(that|this|it) (really )?(worked|works|helped|helps|did it|did the trick|solved it|fixed it|was helpful)( now| a lot)?",
  "works( now| again)?|(fixed|solved)( it)?( now)?|found it|(that|this|it)('s| is) (working|running|fixed|solved|sorted)( now)?",
  "that('s| was) (it|the problem|the issue|all)|(i'll|i will|will|let me|gonna) (try|do|check)( it| that| this)?( out| now)?",
  "good (bot|job|answer|to know)|ok(ay)?|cool|great|nice|perfect|awesome|excellent|brilliant|wow|well done|all good",
  "got it|i see|understood|makes sense|never ?mind|nvm|no worries|al(l )?right|lol|haha+",
  "(good ?)?bye( bye)?|see (you|ya|u)( later| soon| tomorrow)?|cya|good ?night|take care",
  "have a (nice|good|great) (day|one|evening|weekend)",
];
const MARK = String.raw`[\s\p{P}\p{S}\p{M}\u200d]`;
/** Sounds before a phrase. */
const SOUND = "(yes|yeah|yep|ah+|oh+|aha|hm+)";
/** One phrase, or punctuation and emoji, at the start of a text. */
const START = new RegExp(
  `^(${MARK}+|(${SOUND}${MARK}+)?(${PHRASES.join("|")})( (and|but|bot|all|everyone|man|mate|guys))?(?=${MARK}|$))`,
  "iu",
);
/** A longer text says more than thanks. */
const MAX_CHARACTERS = 100;

/** Whether a message says thanks, well done or goodbye, and nothing else. */
export function isThanks(message: string): boolean {
  if (message.length > MAX_CHARACTERS || !/\p{L}/u.test(message)) return false;
  // One phrase at a time: a single pattern for any number of them could backtrack for very long.
  let rest = message;
  while (rest !== "") {
    const [said = ""] = START.exec(rest) ?? [];
    if (said === "") return false;
    rest = rest.slice(said.length);
  }
  return true;
}
