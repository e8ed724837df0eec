// Writes a .br and a .gz beside every built file that gets smaller by them; the API serves the smallest one that a
// browser takes (entrypoints/http/dashboard).
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** Smaller than one packet anyway. */
const WORTH_BYTES = 1024;
const TEXT = /\.(js|css|html|json|svg|webmanifest)$/;

for (const name of readdirSync(DIST, { recursive: true })) {
  const path = join(DIST, name);
  if (!TEXT.test(name) || statSync(path).size < WORTH_BYTES) continue;
  const body = readFileSync(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  writeFileSync(`${path}.br`, brotliCompressSync(body, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
}
