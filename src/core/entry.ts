/** The kinds of questions that entries answer. */
export const ENTRY_KINDS = ["concept", "how-to", "comparison", "troubleshooting", "reference"] as const;

/** The kind of question that an entry answers. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A page of documentation that was read to check an entry's facts. */
export interface Reference {
  title: string;
  /** An https address. */
  url: string;
}

/** One question with its answer, written and reviewed by people. */
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
  /** The ways in which people ask it. */
  questions: readonly string[];
  /** Words and short terms that identify it. */
  keywords: readonly string[];
  /** Ids of entries worth reading next, in the same pack. */
  related: readonly string[];
  /** Ids of the claims of the pack's source that it confirms or corrects. */
  claims: readonly string[];
  references: readonly Reference[];
  /** One line that says how things differ today from the source, if they do; shown after the pack's `departsLabel`. */
  departs?: string | undefined;
  /** Id of a picture in the pack. */
  diagram?: string | undefined;
  /** The day on which its facts were last checked, as YYYY-MM-DD. */
  verified: string;
  /** The answer, in Markdown: paragraphs, flat lists, emphasis, code, links and fenced code. */
  body: string;
}
