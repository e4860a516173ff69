import * as z from "zod";
import { claimsSchema, declinedSchema, entrySchema, packSchema, vocabularySchema } from "../../src/knowledge/schema.ts";

const SCHEMAS = {
  entry: entrySchema,
  pack: packSchema,
  vocabulary: vocabularySchema,
  claims: claimsSchema,
  declined: declinedSchema,
};

/** The JSON Schemas that let an editor check and complete the files of a pack: each with the file that holds it. */
export function editorSchemas(): { file: string; schema: object }[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    file: `knowledge/_schema/${name}.schema.json`,
    schema: z.toJSONSchema(schema, { io: "input" }),
  }));
}
