import { BotError } from "../errors.ts";
import type { Logger } from "../log.ts";
import type { Platform, Service } from "./platform.ts";

/** Platforms that start and stop together, each of which goes on without the others. */
export interface PlatformGroup extends Service {
  /** To be called when a platform has ended for good while it ran. */
  lose(name: string): void;
}

/** Who is told how the group does. */
export interface GroupOptions {
  log: Logger;
  /** Called once the last platform has ended for good while it ran. */
  onNoneLeft: () => void;
}

/**
 * A group that serves as long as one of its platforms does. Its start fails with the last platform's error where none
 * is left, and on any error that is not a BotError, which is a defect.
 */
export function createPlatformGroup(platforms: readonly Platform[], { log, onNoneLeft }: GroupOptions): PlatformGroup {
  const left = new Set(platforms.map(({ name }) => name));

  const goOnWithout = (platform: string, cause: object = {}) => {
    log.error({ platform, ...cause }, "The bot goes on without a platform until it is started again");
  };
  const startOne = async (platform: Platform): Promise<void> => {
    const { name } = platform;
    try {
      await platform.start();
    } catch (error) {
      left.delete(name);
      if (!(error instanceof BotError) || left.size === 0) throw error;
      goOnWithout(name, { reason: error.message, hint: error.hint });
    }
  };

  return {
    async start() {
      await Promise.all(platforms.map(startOne));
    },
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
    },
    lose(name) {
      left.delete(name);
      if (left.size > 0) {
        goOnWithout(name);
        return;
      }
      log.fatal({ platform: name }, "The bot stops, because its last platform has ended for good");
      onNoneLeft();
    },
  };
}
