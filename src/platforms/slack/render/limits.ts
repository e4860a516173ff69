/** What Slack accepts at most. Counts of characters unless said otherwise; longer payloads are refused whole. */
export const LIMITS = {
  /** Text of a section or a context element. */
  text: 3000,
  header: 150,
  /** Label of a button or text of an option; clients show about 30 of a button. */
  label: 75,
  /** Value of a button. */
  value: 2000,
  /** Name of an action. */
  action: 255,
  /** Title of a picture, and its text for those who cannot see it. */
  pictureTitle: 2000,
  alt: 2000,
  /** Elements in one row of buttons. */
  buttons: 25,
  /** Options in one list. */
  options: 100,
  /** Blocks in a message, and in a view (a modal or the App Home). */
  messageBlocks: 50,
  viewBlocks: 100,
  /** All text in the blocks of a message together; Slack documents no limit, but has refused about 12,000. */
  messageText: 10_000,
  /** Hint in an empty field or list. */
  placeholder: 150,
  /** Title of a modal. */
  viewTitle: 24,
  /** Fallback text of a message; Slack accepts 40,000, but recommends no more than this. */
  fallback: 4000,
  /** Prompts that the agent view suggests. */
  prompts: 4,
} as const;
