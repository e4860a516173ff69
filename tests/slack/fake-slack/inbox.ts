/** How long a test waits for something before it fails, in milliseconds. */
const PATIENCE = 5_000;

/** Things that arrived, each of which is taken once. */
export interface Inbox<T> {
  /** Everything that ever arrived, in order. */
  all: readonly T[];
  add(item: T): void;
  /** Takes the first item that matches and was not taken yet, once it is there. */
  take(matches?: (item: T) => boolean, patience?: number): Promise<T>;
}

export function createInbox<T>(what: string): Inbox<T> {
  const all: T[] = [];
  const untaken: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add(item) {
      all.push(item);
      untaken.push(item);
      for (const look of [...waiting]) look();
    },
    take(matches = () => true, patience = PATIENCE) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No such ${what} arrived, but: ${JSON.stringify(untaken).slice(0, 2000)}`));
        }, patience);
        const look = () => {
          const index = untaken.findIndex(matches);
          if (index < 0) return;
          clearTimeout(timer);
          waiting.delete(look);
          for (const item of untaken.splice(index, 1)) resolve(item);
        };
        waiting.add(look);
        look();
      });
    },
  };
}
