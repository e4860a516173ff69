/** Contractions and the short forms of chat, as typed without apostrophe, and what they stand for. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    whats: "what is",
    wats: "what is",
    wat: "what",
    wut: "what",
    wtf: "what",
    wth: "what",
    hows: "how is",
    wheres: "where is",
    whos: "who is",
    whens: "when is",
    whys: "why is",
    thats: "that is",
    theres: "there is",
    heres: "here is",
    lets: "let us",
    dont: "do not",
    dnt: "do not",
    doesnt: "does not",
    didnt: "did not",
    isnt: "is not",
    arent: "are not",
    wasnt: "was not",
    cant: "cannot",
    couldnt: "could not",
    wont: "will not",
    wouldnt: "would not",
    shouldnt: "should not",
    havent: "have not",
    hasnt: "has not",
    im: "i am",
    ive: "i have",
    youre: "you are",
    u: "you",
    ur: "your",
    r: "are",
    plz: "please",
    pls: "please",
    thx: "thanks",
    ty: "thanks",
    n: "and",
    w: "with",
    wo: "without",
    b4: "before",
    thru: "through",
    cuz: "because",
    bc: "because",
    gimme: "give me",
    gonna: "going to",
    wanna: "want to",
    gotta: "got to",
    howto: "how to",
    how2: "how to",
    hw: "how",
    wen: "when",
    wht: "what",
    whts: "what is",
    tht: "that",
    dat: "that",
    dis: "this",
    doin: "doing",
    runnin: "running",
    rn: "right now",
    ppl: "people",
    smth: "something",
    y: "why",
    frm: "from",
    abt: "about",
    shud: "should",
    shld: "should",
    wud: "would",
    cud: "could",
    dosent: "does not",
    dosnt: "does not",
    doesent: "does not",
    nd: "and",
    coz: "because",
    wich: "which",
    teh: "the",
    idk: "i do not know",
  }).map(([short, long]) => [short, long.split(" ")]),
);

/** What stands behind an apostrophe, and what it stands for. A possessive says nothing, nor does the “is” it may be. */
const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["s", []],
  ["ll", ["will"]],
  ["d", ["would"]],
  ["re", ["are"]],
  ["ve", ["have"]],
  ["m", ["am"]],
]);

/** The words that a word as typed stands for; undefined where it stands for itself, as most do. */
export function spelledOut(word: string): readonly string[] | undefined {
  if (!word.includes("'")) return SHORT_FORMS.get(word);
  const plain = word.replaceAll("'", "");
  const long = SHORT_FORMS.get(plain);
  if (long) return long;
  // Without its apostrophe “she'll” would be a shell, and “weren't” what one may rent.
  if (word.endsWith("n't")) return [word.slice(0, -"n't".length), "not"];
  const [stem = "", ending = ""] = word.split("'");
  const meant = ENDINGS.get(ending);
  return meant ? [stem, ...meant] : [plain];
}
