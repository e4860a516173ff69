/** What is started and stopped together with everything else. */
export interface Service {
  /**
   * Resolves once it does its work.
   * @throws {BotError} when it cannot, saying which setting to change
   */
  start(): Promise<void>;
  /** Lets work under way finish, then resolves. Does nothing when it was not started. */
  stop(): Promise<void>;
}

/** An adapter of a chat service: it turns events into questions, and replies into messages. */
export interface Platform extends Service {
  readonly name: string;
  /** Whether it hears questions right now; false while it is reconnecting or has given up. */
  isReady(): boolean;
}
