// Says how much a browser must fetch before it shows anything, and before the inbox's list; fails where that is more than
// it may be: `npm run budget`, after a build. What is fetched is what index.html names, and what those files import at
// once; for the inbox the files of its frame and list too (vite.chunks.ts).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** Gzipped script before the first screen. A quarter of a megabyte is a second on a slow 4G line. */
const MOST_KB = 220;
/** The same before the inbox's list, and in how many files: over HTTP/1.1 a browser fetches six at a time. */
const MOST_INBOX_KB = 275;
const MOST_INBOX_FILES = 10;
const OF_INBOX = /^(?:inside|list)-[\w-]{8}\.js$/;

const read = (path) => readFileSync(join(DIST, path), "utf8");
const importsOf = (path) =>
  [...read(path).matchAll(/(?:from|import)\s*["']\.\/([\w.~-]+\.js)["']/g)].map(([, name]) => `assets/${name}`);

function withImports(paths) {
  const needed = new Set();
  for (const queue = [...paths]; queue.length;) {
    const path = queue.pop();
    if (needed.has(path)) continue;
    needed.add(path);
    queue.push(...importsOf(path));
  }
  return [...needed];
}

function weigh(paths, { before, most }) {
  const sizes = paths.map((path) => ({ path, kb: gzipSync(read(path), { level: 9 }).length / 1000 }));
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  for (const { path, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(8)} kB  ${path}`);
  console.log(`${total.toFixed(1).padStart(8)} kB  of ${most} before ${before}, ${paths.length} files\n`);
  return total <= most;
}

const named = [...read("index.html").matchAll(/(?:src|href)="\/(assets\/[\w.~-]+\.js)"/g)].map(([, path]) => path);
const inbox = readdirSync(join(DIST, "assets")).flatMap((name) => (OF_INBOX.test(name) ? [`assets/${name}`] : []));
const list = withImports([...named, ...inbox]);
const isGood = [
  weigh(withImports(named), { before: "the first screen", most: MOST_KB }),
  weigh(list, { before: "the inbox's list", most: MOST_INBOX_KB }),
  inbox.length === 2 && list.length <= MOST_INBOX_FILES,
];
if (!isGood.every(Boolean)) process.exit(1);
