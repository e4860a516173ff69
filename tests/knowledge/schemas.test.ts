import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { editorSchemas } from "../../scripts/checks/editor-schemas.ts";

it.each(editorSchemas())("has $file up to date with the format: npm run knowledge:schema", ({ file, schema }) => {
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});
