// Measures the built dashboard in Chromium: `node bench/measure.mjs '{"url": …, "email": …, "password": …, "rounds": 5, …}'`.
// Prints JSON. `python -m benchmarks dashboard` fills a company, starts the server, and calls it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const given = JSON.parse(process.argv[2]);
const HERE = fileURLToPath(new URL("..", import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
/** Lighthouse's "desktop dense 4G" and "mobile slow 4G"; the processor is slowed down by `cpu`. */
const LINES = {
  "4G": { latency: 40, megabits: 10, cpu: 1 },
  "slow 4G": { latency: 150, megabits: 1.6, cpu: 4 },
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function tokens() {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ email: given.email, password: given.password });
  const answer = await fetch(`${given.url}/api/v1/auth/login`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`login: ${answer.status}`);
  return answer.json();
}

async function visit(browser, { signedIn }) {
  const context = await browser.newContext({
    baseURL: given.url,
    viewport: { width: 1440, height: 900 },
    locale: "pt-BR",
  });
  if (signedIn) {
    const { refresh_token } = await tokens();
    await context.addInitScript((token) => {
      if (!sessionStorage.getItem("begun")) localStorage.setItem("pytake.refresh-token", token);
      sessionStorage.setItem("begun", "1");
    }, refresh_token);
  }
  return { context, page: await context.newPage() };
}

/** Opens a screen with nothing in the cache over a slow line; gives seconds until `seen` is there, and the bytes. */
async function firstLoad(browser, { line, path, seen, signedIn }) {
  const { latency, megabits, cpu } = LINES[line];
  const { context, page } = await visit(browser, { signedIn });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const throughput = (megabits * 1e6) / 8;
  const conditions = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
  await devtools.send("Network.emulateNetworkConditions", conditions);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await page.goto(path, { waitUntil: "commit" });
  await page.locator(seen).first().waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - began) / 1000;
  const limit = bytes / throughput + (3 * latency) / 1000; // connect, page, script: what no program can do without
  await context.close();
  return { seconds, bytes, limit };
}

/** Keeps how long each key and click took until the frame after it was painted. The browser's own Event Timing would say
 * it too, but without a screen it learns of some frames only when others follow: typing that a screencast showed key by
 * key counted as a second. */
const watch = (page) =>
  page.evaluate(() => {
    window.interactions = [];
    const painted = ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.interactions.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    for (const type of ["keydown", "click"]) window.addEventListener(type, painted, { capture: true });
  });

/** Gives what was kept since the last call. */
async function interactions(page, { count }) {
  await page.waitForTimeout(300);
  const all = await page.evaluate(() => window.interactions.splice(0));
  if (all.length < count) throw new Error(`${all.length} of ${count} interactions were seen`);
  return { median: median(all), worst: Math.max(...all), count: all.length };
}

const TIMES = 20;

async function press(page, key) {
  for (let turn = 0; turn < TIMES; turn += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  return interactions(page, { count: TIMES });
}

async function type(page, field) {
  await field.click();
  await interactions(page, { count: 1 });
  await page.keyboard.type("abcdefghijklmnopqrst", { delay: 60 });
  const seen = await interactions(page, { count: TIMES });
  await field.fill("");
  return seen;
}

/** The same on a page with nothing but the same elements: what this machine and this browser take for it. */
async function bare(browser) {
  const page = await browser.newPage();
  const rows = Array.from({ length: 20 }, (_, row) => `<li><button>${row}</button></li>`).join("");
  await page.setContent(`<ul>${rows}</ul><p></p><textarea></textarea>`);
  await page.evaluate(() => {
    document.addEventListener("keydown", ({ key }) => (document.querySelector("p").textContent = key));
    for (const button of document.querySelectorAll("button"))
      button.addEventListener("click", () => (document.querySelector("p").textContent = button.textContent));
  });
  await watch(page);
  const keys = await press(page, "j");
  for (const button of (await page.locator("button").all()).slice(0, 10)) await button.click();
  const clicks = await interactions(page, { count: 10 });
  const typing = await type(page, page.locator("textarea"));
  await page.close();
  return { keys, clicks, typing };
}

async function scrollAll(page, box, { to, wanted, count }) {
  for (let still = 0, last = -1; still < 100;) {
    const now = await count();
    if (now >= wanted) return now;
    still = now === last ? still + 1 : 0;
    last = now;
    await box.hover();
    await page.mouse.wheel(0, to === "top" ? -20_000 : 20_000);
    await page.waitForTimeout(60);
  }
  return count(); // as far as it goes: what is printed says how far that was
}

async function inbox(browser) {
  const { context, page } = await visit(browser, { signedIn: true });
  await page.goto("/inbox?view=open");
  const list = page.getByTestId("conversation-list");
  await list.getByRole("link").first().waitFor();
  const size = () => list.locator("ul").evaluate((node) => Math.round(node.getBoundingClientRect().height / 77));
  const conversations = await scrollAll(page, list, { to: "end", wanted: given.conversations, count: size });
  await list.evaluate((node) => node.scrollTo({ top: 0 }));
  await list.getByRole("link").first().click();
  await page.getByRole("log").waitFor();
  await watch(page);
  await page.getByRole("log").focus();
  const keys = await press(page, "j");
  for (let turn = 0; turn < 10; turn += 1) {
    await list
      .getByRole("link")
      .nth(turn % 8)
      .click();
    await page.waitForTimeout(150);
  }
  const clicks = await interactions(page, { count: 10 });
  const search = await type(
    page,
    list
      .locator("xpath=..")
      .getByRole("searchbox")
      .or(page.getByLabel(/Buscar por nome/))
      .first(),
  );
  await context.close();
  return { conversations, keys, clicks, search };
}

async function thread(browser) {
  const { context, page } = await visit(browser, { signedIn: true });
  let loaded = 0;
  page.on("response", async (response) => {
    if (response.url().includes(`/conversations/${given.thread}/messages?`))
      loaded += (await response.json().catch(() => ({ items: [] }))).items.length;
  });
  await page.goto(`/inbox/${given.thread}?view=open`);
  const log = page.getByRole("log");
  await log.waitFor();
  await page.waitForTimeout(500);
  const messages = await scrollAll(page, log, { to: "top", wanted: given.messages, count: async () => loaded });
  await log.evaluate((node) => node.scrollTo({ top: node.scrollHeight }));
  await page.waitForTimeout(500);
  await watch(page);
  const typing = await type(page, page.getByPlaceholder(/Escreva uma resposta/));
  await log.focus();
  const paging = await press(page, "PageUp");
  await context.close();
  return { messages, typing, paging };
}

const executablePath = execFileSync("node", ["scripts/find-browser.mjs"], { cwd: HERE, encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: FLAGS });
const loads = [];
for (const line of Object.keys(LINES))
  for (const [name, screen] of Object.entries({
    "the login": { path: "/login", seen: "h1", signedIn: false },
    "the inbox": { path: "/inbox?view=open", seen: "[data-testid=conversation-list] a", signedIn: true },
  })) {
    const seen = [];
    for (let round = 0; round < given.rounds; round += 1) seen.push(await firstLoad(browser, { line, ...screen }));
    const [seconds, limit] = [median(seen.map((one) => one.seconds)), median(seen.map((one) => one.limit))];
    loads.push({ line, name, seconds, limit, kilobytes: median(seen.map((one) => one.bytes)) / 1000 });
  }
const answer = {
  browser: browser.version(),
  loads,
  bare: await bare(browser),
  inbox: await inbox(browser),
  thread: await thread(browser),
};
await browser.close();
console.log(JSON.stringify(answer));
