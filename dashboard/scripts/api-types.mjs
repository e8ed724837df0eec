// Generates src/api/schema.d.ts from the OpenAPI document: `node scripts/api-types.mjs openapi.json [--check]`.
// Only what a browser needs stays: paths, queries, bodies, and what is answered when all went well. Every error has the
// one envelope that src/lib/api-error.ts reads.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTypescript, { astToString } from "openapi-typescript";

const TARGET = new URL("../src/api/schema.d.ts", import.meta.url);
const METHODS = ["get", "put", "post", "patch", "delete"];
const HEADER = "// Made by `make dashboard-types` from the API's description; not by hand.\n\n";

function slim(document) {
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      delete operation.description;
      operation.parameters = operation.parameters?.filter((one) => one.in !== "header" || one.name === "If-Match");
      const good = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
      for (const [, answer] of good) delete answer.headers;
      operation.responses = Object.fromEntries(good);
    }
  }
  return document;
}

const [path, flag] = process.argv.slice(2);
const document = slim(JSON.parse(readFileSync(path, "utf8")));
const made = HEADER + astToString(await openapiTypescript(document, { alphabetize: true, defaultNonNullable: false }));
if (flag === "--check") {
  if (readFileSync(TARGET, "utf8") !== made) {
    console.error("src/api/schema.d.ts is not what the API describes any more: run `make dashboard-types`.");
    process.exit(1);
  }
} else {
  writeFileSync(TARGET, made);
}
