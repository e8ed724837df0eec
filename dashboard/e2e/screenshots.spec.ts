import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { newCustomer } from "./support/customer";
import { Inbox } from "./support/inbox";
import { ADMIN, AGENT, call, logIn, visit } from "./support/people";

/** `make screenshots` takes them anew; the other tests need none. */
test.skip(!process.env.PYTAKE_SCREENSHOTS, "pictures are taken when they are asked for");

const FOLDER = join(import.meta.dirname, "../../docs/screenshots");

async function take(page: Page, name: string): Promise<void> {
  await expect(page.locator("[data-slot=skeleton]")).toHaveCount(0);
  await page.waitForTimeout(1_500); // charts and fonts have come to rest
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

test("the inbox, wide and on a phone", async ({ browser }) => {
  const { page, context } = await visit(browser, AGENT, "/inbox?view=open");
  const inbox = new Inbox(page);
  await (await newCustomer("Joana")).say("Boa tarde! Vocês atendem no centro?");
  await inbox.open("Marina Alves");
  await take(page, "inbox");
  await context.close();

  const phone = await visit(browser, AGENT, "/inbox?view=open", { viewport: { width: 390, height: 844 } });
  await new Inbox(phone.page).open("Marina Alves");
  await take(phone.page, "inbox-phone");
  await phone.context.close();
});

test("the flow builder with its test", async ({ browser }) => {
  const tokens = await logIn(ADMIN);
  const { items } = await call<{ items: { id: string; name: string }[] }>(tokens, "GET", "/flows");
  const flow = items.find((one) => one.name.includes("atendimento"));
  const { page, context } = await visit(browser, ADMIN, `/flows/${flow?.id ?? ""}`);
  await page.getByRole("tab", { name: "Testar" }).click();
  for (const words of ["Oi", "2ª via"]) {
    await page.getByLabel("Escreva como o contato").fill(words);
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await expect(page.getByRole("log", { name: "Conversa" })).toContainText(words);
  }
  await take(page, "flow-builder");
  await context.close();
});

for (const [name, path, options] of [
  ["home-dark", "/", { colorScheme: "dark" }],
  ["contacts", "/contacts", {}],
  ["chatbots", "/chatbots", {}],
  ["templates", "/templates", {}],
  ["settings", "/settings/numbers", {}],
] as const)
  test(`the screen ${name}`, async ({ browser }) => {
    const { page, context } = await visit(browser, ADMIN, path, options);
    await expect(page.getByRole("main")).toBeVisible();
    await take(page, name);
    await context.close();
  });
