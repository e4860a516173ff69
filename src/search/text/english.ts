/**
 * What the engine knows of English. None of it belongs to a subject: the words of a subject come from its pack.
 */

/** The words of a text, as a set. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Words that say nothing about what a question is about: articles, auxiliaries, pronouns, prepositions. Short forms stand
 * here written out, as tokens are.
 */
export const FUNCTION_WORDS = words(`
  a an the this that these those it its is are was were be been being am ill do does did doing done
  have has had having will would shall should can could may might must i me my mine myself we us our ours you your
  yours he him his she her they them their theirs someone somebody anyone anybody something anything everything
  there here of to in on at by for with as and or but if then than so such too also both each any some all very
  about which who whom whose what when where how why
  because while during per via etc eg ie vs versus s t d m re ve ll
  let get got gets getting gotten
`);

/** Words that single out without saying anything. */
export const ARTICLES = words("a an the this that these those some any");

/** Words of chat that change nothing of what a question asks: greetings, thanks, sounds, oaths, hedges. */
export const COURTESIES = words(`
  hi hey hello hiya yo dear guys folks team sorry please kindly appreciate thanks thank cheers
  hm hmm hmmm um umm uhm uh uhh eh ehh er erm ah ahh oh ohh mhm ugh argh oops whoops sry lol haha omg wtf yay yep yup nope nah wow heck hell damn ok okay well
  tho btw fyi tbh imo imho afaik anyway actually basically really quite maybe perhaps kinda sorta exactly simply just literally
`);

/** Words that say little about what a question is about: courtesies, talk of asking and thinking, of being new to it. */
export const FILLERS = new Set([
  ...COURTESIES,
  ...words(`
    cool nice great awesome perfect kind sort bit little simple ever even still usually normally possible able quick quickly
    question questions ask asking asked help helping tell tells told say says said explain explains explained
    know knows knew think thought guess wonder wondering wondered curious understand understanding idea clue
    mean means meaning meant definition define word words confused confuse care cares
    want wants wanted need needs needed like likes liked try tries tried trying use used using uses
    newbie noob beginner total totally new newly dumb stupid silly basic everyone
    thing things stuff way ways somehow anyhow now again today yesterday
  `),
]);

/** Words around the name of what somebody only wants to have explained. */
export const DEFINING_WORDS = words(
  "what is are does do mean means meaning explain explained define definition tell me about",
);

const CUES = {
  definition: /\b(what (is|are)|what does|define|definition|meaning|mean|stand for|explain|point of|concept)\b/,
  howTo: /\b(how (do|to|can|should|would|did|i)|howto|command|steps?|way (to|of)|can i|i (want|need)|make|get)\b/,
  comparison: /\b(differences?|differ|vs|versus|compared?|comparison|better|instead|or|same( as)?|between|over)\b/,
  failure:
    /\b(error|errors|fails?|failed|failing|failure|cannot|not|no|denied|refused|unable|invalid|broken|crash\w*|keeps?|stuck|wrong|unexpected|exit\w*|why)\b/,
  option: /\b(which|list|options?|available|kinds?|types?|flags?|syntax|should i|recommended|best)\b/,
} as const;

export type Cue = keyof typeof CUES;

export const CUE_NAMES = Object.keys(CUES) as Cue[];

/** The cues in a question's tokens that tell what sort of question it is. */
export function cuesOf(tokens: readonly string[]): Cue[] {
  const text = tokens.join(" ");
  return CUE_NAMES.filter((cue) => CUES[cue].test(text));
}

/** Pronouns that point back to what was said before. */
export const POINTING_WORDS = words("it its that this those these them they one ones he same other another there");

/** Words that people put around a question, and that are therefore no typing errors. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...FILLERS,
  ...POINTING_WORDS,
  ...words("difference differences compare better instead between error fail failed failing cannot denied refused"),
  ...words("broken wrong which best command list not no without inside from after before still never always one two"),
]);
