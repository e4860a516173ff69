/** What is started and stopped together with everything else. */
export interface Service {
  /**
   * Resolves once it does its work.
   * @throws {BotError} when it cannot, saying which setting to change
   */
  start(): Promise<void>;
  /** Lets what is under way finish, and resolves. Does nothing when it was not started. */
  stop(): Promise<void>;
}

/** A place on the network where people ask: its adapter turns events into questions and replies into messages. */
export interface Platform extends Service {
  readonly name: string;
  /** Whether it hears questions right now; false while it is reconnecting or has given up. */
  isReady(): boolean;
}
