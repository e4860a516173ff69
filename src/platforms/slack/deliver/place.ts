/** Where somebody asked. */
export interface Place {
  channel: string;
  user: string;
  /** Timestamp of the message that starts the thread. */
  thread?: string | undefined;
}
