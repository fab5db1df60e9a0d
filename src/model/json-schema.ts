import { z } from "zod";
import { Correction } from "./correction.js";
import { Entity, Link, VersionLink } from "./linking.js";
import { SCHEMA_VERSION, StoryRecord } from "./record.js";
import { Source } from "./source.js";
import { Story } from "./story.js";

/** What is stored, exported or served, by name. */
const STORED = { Source, Story, StoryRecord, Correction, Entity, Link, VersionLink };

/** JSON Schema (draft 2020-12) of all that is stored, exported or served: one document, a definition a shape. */
export function jsonSchema(): object {
  const definitions = Object.fromEntries(Object.entries(STORED).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "onrecord",
    schemaVersion: SCHEMA_VERSION,
    $defs: definitions,
  };
}
