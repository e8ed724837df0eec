import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(process.cwd(), "../adapters/gallery/templates");

/** The documents that come with PyTake, as they are written. */
export const GALLERY: [string, Record<string, unknown>][] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [
    name,
    (JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as { document: Record<string, unknown> }).document,
  ]);
