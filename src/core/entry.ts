/** What sort of question an entry answers; also the sort of question that people put to it. */
export const ENTRY_KINDS = ["concept", "how-to", "comparison", "troubleshooting", "reference"] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A page of documentation that was read to check an entry's facts. */
export interface Reference {
  title: string;
  /** An https address. */
  url: string;
}

/** One question with its answer, as a person wrote and reviewed it. */
export interface Entry {
  /** The entry's file name without `.md`: unique over all packs, and never changed once published. */
  id: string;
  /** Id of the topic it belongs to: the name of its folder. */
  topic: string;
  /** The question it answers, in full. */
  title: string;
  /** A short name that fits on a button. */
  label: string;
  kind: EntryKind;
  /** Phrasings in which people really ask it. */
  questions: readonly string[];
  /** Words and short terms that identify it. */
  keywords: readonly string[];
  /** Ids of entries worth reading next, in the same pack. */
  related: readonly string[];
  /** Ids of the source's claims that it bears on. */
  claims: readonly string[];
  references: readonly Reference[];
  /** One line that says where today departs from the source, where it does; shown after the pack's label for it. */
  departs?: string | undefined;
  /** Id of a picture in the pack. */
  diagram?: string | undefined;
  /** The day on which its facts were last checked, as YYYY-MM-DD. */
  verified: string;
  /** The answer, in Markdown: paragraphs, flat lists, emphasis, code, links and fenced code. */
  body: string;
}
