/** Writes the documents that are made from code: `docs/record.schema.json` from the model. Run by `npm run docs`; CI fails where they differ. */
import { writeFileSync } from "node:fs";
import { jsonSchema } from "../src/model/index.js";

const target = new URL("../docs/record.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
