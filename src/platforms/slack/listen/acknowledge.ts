import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";

/** Acknowledges. Where that fails, as on a closed socket, the work goes on: the person still waits for an answer. */
export async function acknowledge(ack: () => Promise<void>, log: Logger): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn(errorFields(error), "Slack could not be told that its delivery arrived");
  }
}
