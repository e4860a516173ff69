/** Writes the JSON Schemas for editors anew, after a change of the format: `npm run knowledge:schema`. */
import { writeFileSync } from "node:fs";
import { editorSchemas } from "./checks/editor-schemas.ts";

for (const { file, schema } of editorSchemas()) writeFileSync(file, `${JSON.stringify(schema)}\n`);
