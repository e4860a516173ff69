import { type Document, isMap, isNode, isScalar, isSeq } from "yaml";

/** The offset of the field at a path or, if it is missing, of the nearest one around it. */
export function offsetOf({ contents }: Document.Parsed, path: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = contents;
  for (const step of path) {
    const [start, child] = stepInto(node, String(step));
    if (!isNode(start)) break;
    offset = start.range?.[0] ?? offset;
    node = child;
  }
  return offset;
}

/** The node at which a child starts, and the child itself: for a field, its name and its value. */
function stepInto(node: unknown, step: string): [start: unknown, child: unknown] {
  if (isSeq(node)) return [node.items[Number(step)], node.items[Number(step)]];
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
  return [pair?.key, pair?.value];
}
