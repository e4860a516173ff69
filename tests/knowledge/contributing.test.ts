import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { entrySchema, packSchema } from "../../src/knowledge/schema.ts";

const guide = readFileSync("CONTRIBUTING.md", "utf8");

it("shows authors an entry whose fields pass the check", () => {
  const fields = /^ {4}---\n(?<fields>(?: {4}.*\n)+?) {4}---$/m.exec(guide)?.groups?.["fields"] ?? "";
  const { success, error } = entrySchema.safeParse(parse(fields.replace(/^ {4}/gm, "")));
  expect([success, error?.issues]).toEqual([true, undefined]);
});

it.each([
  ["an entry", entrySchema],
  ["a pack", packSchema],
])("explains to authors every field of %s", (_, schema) => {
  const explained = [...guide.matchAll(/^\| (?<names>`.*?) +\|/gm)].flatMap(({ groups }) =>
    groups?.["names"]?.split(", "),
  );
  expect(explained).toEqual(expect.arrayContaining(Object.keys(schema.shape).map((field) => `\`${field}\``)));
});
