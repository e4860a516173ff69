import type * as z from "zod";

type Issue = z.core.$ZodRawIssue;

/** What is wrong with a field, in words for its author; undefined leaves it to the schema, or to zod. */
export function schemaMessage(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input);
    case "invalid_value":
      return issue.input === undefined ? "is missing" : `must be one of: ${issue.values.join(", ")}`;
    case "too_big":
      return sizeMessage(issue.input, `more than ${issue.maximum}`);
    case "too_small":
      return sizeMessage(issue.input, `fewer than ${issue.minimum}`);
    default:
      return undefined;
  }
}

const EXPECTED: Partial<Record<string, string>> = {
  string: "text",
  array: "a list, with an item a line after a hyphen",
  object: "fields, each written name: value",
  record: "pairs, each written name: value",
};

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return "is missing";
  if (input === null) return "is empty";
  if (expected !== "string") return `must be ${EXPECTED[expected] ?? expected}`;
  return `must be text, and is read as ${kindOf(input)}: put it in quotes`;
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return "a list, because of its bracket or hyphen";
  return typeof input === "object" ? "a field with a value, because of its colon" : `a ${typeof input}`;
}

function sizeMessage(input: unknown, limit: string): string {
  if (typeof input === "string") return `has ${input.length} characters, ${limit}`;
  return `has ${Array.isArray(input) ? input.length : "too many"} items, ${limit}`;
}
