/** A number of 32 bits that stands for a text: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
