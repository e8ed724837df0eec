import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const START_MS = 180_000;
const STOP_MS = 30_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function waitForWords(demo: ChildProcess, words: string): Promise<void> {
  let told = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${told}`));
    const timer = setTimeout(() => fail("The demo did not start in time."), START_MS);
    const hear = (chunk: Buffer) => {
      told += String(chunk);
      if (!told.includes(words)) return;
      clearTimeout(timer);
      resolve();
    };
    demo.stdout?.on("data", hear);
    demo.stderr?.on("data", hear);
    demo.once("exit", (code) => fail(`The demo ended with ${code}.`));
  });
}

/** Starts the real demo (API, worker, simulator, embedded servers) in an empty folder, and stops it after the last test.
 *
 * PYTAKE_URL and SIMULATOR_URL name one that runs already.
 */
export default async function startDemo(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PYTAKE_URL && process.env.SIMULATOR_URL) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "pytake-e2e-"));
  chmodSync(folder, 0o711); // the servers' own account must pass
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const program = join(ROOT, ".venv/bin/pytake");
  const options = ["demo", "--port", String(port), "--simulator-port", String(simulatorPort)];
  const environment = { ...process.env, PYTHONUNBUFFERED: "1", PYTAKE_REQUEST_RATE: "200/1000" };
  const demo = spawn(program, options, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  await waitForWords(demo, "It keeps running until Ctrl-C");
  process.env.PYTAKE_URL = `http://127.0.0.1:${port}`;
  process.env.SIMULATOR_URL = `http://127.0.0.1:${simulatorPort}`;
  return () => stop(demo, folder);
}

async function stop(demo: ChildProcess, folder: string): Promise<void> {
  demo.removeAllListeners("exit");
  const ended = new Promise((resolve) => demo.once("exit", resolve));
  demo.kill("SIGTERM");
  const timer = setTimeout(() => demo.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
  const erase = ["-m", "entrypoints.embedded.run", "--folder", join(folder, ".pytake"), "--erase"];
  spawnSync(join(ROOT, ".venv/bin/python"), erase, { cwd: ROOT });
  rmSync(folder, { recursive: true, force: true });
}
