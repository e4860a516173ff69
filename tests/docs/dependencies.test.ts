import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";

const packages = z.record(z.string(), z.string());
const manifestSchema = z.object({ dependencies: packages, devDependencies: packages });

it("says of every package why it is here, and of no other", () => {
  const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const rows = readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| (?<names>`.*?) \|/gm);
  const named = [...rows].flatMap(({ groups }) => groups?.["names"]?.replaceAll("`", "").split(", ") ?? []);
  expect(new Set(named)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })));
});
