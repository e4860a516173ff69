import type { Receiver } from "@slack/bolt";

/** What brings Slack's deliveries to Bolt, and knows whether it does. */
export interface SlackReceiver extends Receiver {
  isReady(): boolean;
}
