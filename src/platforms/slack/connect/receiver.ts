import type { Receiver } from "@slack/bolt";

/** A Bolt receiver that knows whether deliveries reach it. */
export interface SlackReceiver extends Receiver {
  isReady(): boolean;
}
