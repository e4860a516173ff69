import { firstAtLeast } from "./binary-search.ts";
import { hash } from "./hash.ts";

/** The hash and the position of a key go into one number of 53 bits, the hash in front. */
const POSITIONS = 2 ** 21;

/** Keys by their hashes: sorted, they take a tenth of the memory of a map. Two keys may have one hash. */
export type HashTable = Float64Array;

/**
 * Hashes keys.
 * @throws {RangeError} where there are more than fit into one number beside a hash.
 */
export function hashTable(keys: readonly string[]): HashTable {
  if (keys.length > POSITIONS) throw new RangeError(`A hash table holds ${POSITIONS} keys, not ${keys.length}.`);
  return Float64Array.from(keys, (key, position) => hash(key) * POSITIONS + position).sort();
}

/** The positions of the keys that have the same hash as a key, in rising order. */
export function positionsIn(table: HashTable, key: string): number[] {
  const hashed = hash(key);
  const start = firstAtLeast(table, hashed * POSITIONS);
  const end = firstAtLeast(table, (hashed + 1) * POSITIONS);
  return Array.from(table.subarray(start, end), (value) => value - hashed * POSITIONS);
}
