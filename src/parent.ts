/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back when the process that started this one has ended. Under `npm start` that is a shell, which npm passes its
 * signals on to, and which ends of them without a word to the bot.
 */
export function watchParent(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, INTERVAL);
  timer.unref();
}
