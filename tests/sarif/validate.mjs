// Validates SARIF logs, one file an argument, against the schema of OASIS; what is wrong goes to the standard error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const matchers = createRequire(import.meta.url).resolve("@microsoft/jest-sarif");
const schema = JSON.parse(readFileSync(join(dirname(matchers), "schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
// One of its patterns is none in the stricter grammar of Unicode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

for (const path of process.argv.slice(2)) {
  if (!validate(JSON.parse(readFileSync(path, "utf8")))) {
    console.error(path, validate.errors.slice(0, 20));
    process.exitCode = 1;
  }
}
