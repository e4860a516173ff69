import { LineCounter } from "yaml";
import type * as z from "zod";
import type { Problem } from "./problem.ts";
import { schemaMessage } from "./schema-message.ts";
import { parseDocument } from "./yaml-document.ts";
import { syntaxFaults } from "./yaml-faults.ts";
import { offsetOf } from "./yaml-offset.ts";

/** A YAML text, which may be a part of a file. */
interface YamlSource {
  file: string;
  text: string;
  /** Lines of the file before the text. */
  lineOffset: number;
}

/** Where a problem is. */
export type Place = Omit<Problem, "message">;

/** A value read from YAML, and where its fields are in the file. */
export interface Located<T> {
  value: T;
  /** The place of a field such as `questions.3`, for problems that are found later. */
  at(field: string): Place;
}

/**
 * Parses YAML and checks it against a schema. Every fault is a problem with its line and field; with any, the result is
 * undefined. Never throws, whatever the text.
 */
export function parseYaml<S extends z.ZodType>(
  schema: S,
  { file, text, lineOffset }: YamlSource,
  problems: Problem[],
): Located<z.output<S>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, lines);
  if (!document) {
    problems.push({ file, message: "nests lists or fields too deeply, or leaves a bracket open" });
    return undefined;
  }
  const lineAt = (offset: number) => lines.linePos(offset).line + lineOffset;
  const faults = syntaxFaults(document);
  if (faults.length > 0) {
    problems.push(...faults.map(({ offset, message }) => ({ file, line: lineAt(offset), message })));
    return undefined;
  }
  const place = (path: readonly PropertyKey[]): Place => {
    const line = lineAt(offsetOf(document, path));
    return path.length === 0 ? { file, line } : { file, line, field: path.join(".") };
  };
  const { data, error } = schema.safeParse(document.toJS(), { error: schemaMessage });
  if (error) {
    problems.push(...fieldFaults(error.issues).map(([path, message]) => ({ ...place(path), message })));
    return undefined;
  }
  return { value: data, at: (field) => place(field.split(".")) };
}

/** The faults of each field. A field of the wrong type, such as text for a list, has that one fault alone. */
function fieldFaults(issues: readonly z.core.$ZodIssue[]): [path: PropertyKey[], message: string][] {
  const mistyped = new Set(issues.filter(({ code }) => code === "invalid_type").map(({ path }) => path.join(".")));
  return issues
    .filter(({ code, path }) => code === "invalid_type" || !mistyped.has(path.join(".")))
    .flatMap((issue) => faultsOf(issue));
}

function faultsOf(issue: z.core.$ZodIssue): [path: PropertyKey[], message: string][] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [[...path, key], "is not a field known here"]);
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => [path, message]);
  return [[path, issue.message]];
}
