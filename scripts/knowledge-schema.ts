import { writeFileSync } from "node:fs";
import * as z from "zod";
import { claimsSchema, entrySchema, packSchema, vocabularySchema } from "../src/knowledge/schema.ts";

/** Writes the JSON Schemas that let an editor check and complete the files of a pack. */
const schemas = { entry: entrySchema, pack: packSchema, vocabulary: vocabularySchema, claims: claimsSchema };
for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: "input" });
  writeFileSync(`knowledge/_schema/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`);
}
