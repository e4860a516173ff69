/** Measures a round of one side, counted from 0: a time in milliseconds for each thing that was asked. */
export type Measure = (round: number) => Promise<number[]>;

export interface Rounds {
  /** Rounds that only warm up: a bot runs for months, and in these everything is asked for the first time. */
  warmUp: number;
  /** Rounds that count. */
  measured: number;
}

/** Measures the bot and a bare handler in turns, so that whatever else the machine does hits both alike. */
export async function inTurns(
  { warmUp, measured }: Rounds,
  sides: Readonly<Record<"bot" | "bare", Measure>>,
): Promise<Record<"bot" | "bare", number[]>> {
  const times = { bot: [] as number[], bare: [] as number[] };
  for (let round = 0; round < warmUp + measured; round += 1) {
    for (const side of ["bot", "bare"] as const) {
      const measuredNow = await sides[side](round);
      if (round >= warmUp) times[side].push(...measuredNow);
    }
  }
  return times;
}
