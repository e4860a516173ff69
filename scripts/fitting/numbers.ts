/** The lowest threshold, in hundredths, that is high enough; the highest where none is. */
export function lowest(isHighEnough: (threshold: number) => boolean): number {
  const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  return steps.find(isHighEnough) ?? 0.99;
}

/** The weights that count, in thousandths, by their names. */
export function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  const rounded = names.map((name, index): [string, number] => [name, Math.round((weights[index] ?? 0) * 1000) / 1000]);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0));
}
