import { isNode, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import type { Problem } from "./problem.ts";

interface YamlSource {
  file: string;
  text: string;
  /** Lines of the file that stand before the text. */
  lineOffset: number;
}

/**
 * Reads YAML that must fit a schema. Every departure is a problem with its line and field, all of them at once.
 * Aliases are refused: an entry needs none, and nested ones can grow without bound.
 */
export function parseYaml<S extends z.ZodType>(
  schema: S,
  { file, text, lineOffset }: YamlSource,
  problems: Problem[],
): z.output<S> | undefined {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + lineOffset;
  try {
    const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, logLevel: "error" });
    for (const error of document.errors) {
      problems.push({ file, line: lineAt(error.pos[0]), message: error.message.split("\n", 1)[0] ?? "is no YAML" });
    }
    if (document.errors.length > 0) return undefined;
    const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const node = deepestNode(document, issue.path);
      problems.push({ file, line: lineAt(node), field: issue.path.join("."), message: messageOf(issue) });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({ file, message: `cannot be read as YAML: ${reason.split("\n", 1)[0]}` });
  }
  return undefined;
}

/** Offset of the node at the path or, where the field is missing, of the nearest node around it. */
function deepestNode(document: ReturnType<typeof parseDocument>, fieldPath: readonly PropertyKey[]): number {
  for (let length = fieldPath.length; length > 0; length--) {
    const node = document.getIn(fieldPath.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `has unknown fields: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "is missing";
  if (issue.code === "too_big" && issue.origin === "string") return `is longer than ${issue.maximum} characters`;
  return issue.message;
}
