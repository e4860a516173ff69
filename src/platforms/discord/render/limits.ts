/** What Discord accepts at most. Counts of characters unless said otherwise; longer payloads are refused whole. */
export const LIMITS = {
  /** All text of a message together. */
  text: 4000,
  /** Components of a message, those inside others included. */
  components: 40,
  /** Buttons in one row. */
  buttons: 5,
  /** Label of a button; clients show 34 to 38 of it. */
  label: 80,
  customId: 100,
  url: 512,
  /** Options in one list. */
  options: 25,
  /** Text and value of an option. */
  option: 100,
  placeholder: 150,
  /** Suggestions while typing. */
  choices: 25,
  /** Name and value of a suggestion. */
  choice: 100,
} as const;
