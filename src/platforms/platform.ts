/** A place where people ask: its adapter turns events into questions and answers into messages. */
export interface Platform {
  readonly name: string;
  /**
   * Starts to listen. Resolves once questions are answered.
   * @throws {BotError} when it cannot, saying which setting to change
   */
  start(): Promise<void>;
  /** Stops to listen, lets answers under way finish, and resolves. Does nothing when it was not started. */
  stop(): Promise<void>;
  /** Whether it hears questions right now; false while it is reconnecting or has given up. */
  isReady(): boolean;
}
