const SENTENCE_END = /(?<=[?!.])\s|\n/;

/** The sentences and lines of a text, without their white space. */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
