/**
 * What a button or list of the bot does. It is written into the component's `custom_id`, so that nothing has to be
 * remembered until the press. Old messages keep their buttons, so these must keep their meaning.
 */
export type Action =
  /** Shows an entry. */
  | { name: "read"; entry: string }
  /** Shows the entry that was meant, instead of the question what is meant. */
  | { name: "choose"; entry: string }
  /** Goes to a stop of a pack's tour, counted from 0. */
  | { name: "tour"; pack: string; stop: number }
  /** Goes to a page of the topics, counted from 0, of one pack or of all. */
  | { name: "topics"; pack?: string | undefined; page: number }
  /** Makes a private answer public. */
  | { name: "share"; entries: readonly string[] }
  | { name: "feedback"; helpful: boolean; entries: readonly string[] };

/** A stop or a page. */
const NUMBER = /^\d{1,4}$/;

/** The action as a `custom_id`. */
export function encode(action: Action): string {
  switch (action.name) {
    case "read":
    case "choose":
      return `${action.name}:${action.entry}`;
    case "tour":
      return `tour:${action.stop}:${action.pack}`;
    case "topics":
      return `topics:${action.page}:${action.pack ?? ""}`;
    case "share":
      return `share:${action.entries.join()}`;
    case "feedback":
      return `${action.helpful ? "helpful" : "unhelpful"}:${action.entries.join()}`;
  }
}

/** The `custom_id` of a list of entries; the number tells the lists of one message apart. */
export function encodeList(index: number): string {
  return `list:${index}`;
}

/** The action of a pressed button or, with the value that was picked, of a list; undefined where it is malformed. */
export function decode(customId: string, picked?: string): Action | undefined {
  const [name, first, ...others] = customId.split(":");
  if (first === undefined) return undefined;
  const entries = first.split(",");
  const pack = others.join(":");
  switch (name) {
    case "read":
    case "choose":
      return { name, entry: first };
    case "list":
      return picked === undefined ? undefined : { name: "read", entry: picked };
    case "tour":
      return NUMBER.test(first) ? { name, stop: Number(first), pack } : undefined;
    case "topics":
      return NUMBER.test(first) ? { name, page: Number(first), pack: pack || undefined } : undefined;
    case "share":
      return { name, entries };
    case "helpful":
    case "unhelpful":
      return { name: "feedback", helpful: name === "helpful", entries };
    default:
      return undefined;
  }
}
