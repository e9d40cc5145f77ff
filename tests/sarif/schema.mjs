// Validates JSON files against a JSON Schema (draft 2020-12): the schema's file first, then those to be validated.
import { readFileSync } from "node:fs";

import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";

const [schema, ...paths] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ allErrors: true, strict: true });
addFormats(ajv);
const validate = ajv.compile(read(schema));

for (const path of paths) {
  if (!validate(read(path))) {
    console.error(path, validate.errors.slice(0, 20));
    process.exitCode = 1;
  }
}
