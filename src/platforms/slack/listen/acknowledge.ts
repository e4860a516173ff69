import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";

/** Acknowledges, or goes on without: the socket may have closed, and the person still wants to hear something. */
export async function acknowledge(ack: () => Promise<void>, log: Logger): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn(errorFields(error), "Slack could not be told that its delivery arrived");
  }
}
