// Says how much a browser must fetch before it shows anything, and fails where that is more than it may be:
// `npm run budget`, after a build. What is fetched is what index.html names, and what those files import at once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** Gzipped script before the first screen. A quarter of a megabyte is a second on a slow 4G line. */
const MOST_KB = 250;

const read = (path) => readFileSync(join(DIST, path), "utf8");
const importsOf = (path) =>
  [...read(path).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, name]) => `assets/${name}`);

const named = [...read("index.html").matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.js)"/g)].map(([, path]) => path);
const needed = new Set();
for (const queue = [...named]; queue.length;) {
  const path = queue.pop();
  if (needed.has(path)) continue;
  needed.add(path);
  queue.push(...importsOf(path));
}

const sizes = [...needed].map((path) => ({ path, kb: gzipSync(read(path), { level: 9 }).length / 1000 }));
const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
for (const { path, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(8)} kB  ${path}`);
console.log(`${total.toFixed(1).padStart(8)} kB  of ${MOST_KB} before the first screen`);
if (total > MOST_KB) process.exit(1);
