import { expect, test } from "@playwright/test";
import { newCustomer } from "./support/customer";
import { Inbox } from "./support/inbox";
import { ADMIN, AGENT, call, logIn, PASSWORD, sessionOf, visit } from "./support/people";
import { pytakeUrl } from "./support/places";

test.describe("logging in", () => {
  test("leads to where one wanted to go, and a reload stays in", async ({ page }) => {
    await page.goto(`${pytakeUrl()}/contacts`);
    await expect(page.getByRole("heading", { name: "Entrar no PyTake" })).toBeVisible();

    await page.getByLabel("E-mail").fill(ADMIN);
    await page.getByLabel("Senha", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Entrar", exact: true }).click();

    await expect(page).toHaveURL(/\/contacts/);
    await expect(page.getByRole("navigation", { name: "Navegação principal" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("navigation", { name: "Navegação principal" })).toBeVisible();
    await page.getByRole("button", { name: /^Menu de / }).click();
    await page.getByRole("menuitem", { name: "Sair" }).click();
    await expect(page.getByRole("heading", { name: "Entrar no PyTake" })).toBeVisible();
  });

  test("a wrong password is told, and what was typed stays", async ({ page }) => {
    await page.goto(`${pytakeUrl()}/login`);
    await page.getByLabel("E-mail").fill("ninguem@aurora.example");
    await page.getByLabel("Senha", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();

    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue("ninguem@aurora.example");
  });
});

test("a session that ends while one writes asks for the password over the screen, and no word is lost", async ({
  browser,
}) => {
  const customer = await newCustomer("Celso Brandão");
  await customer.say("Preciso de ajuda");
  const { page, context, tokens } = await visit(browser, AGENT, "/inbox?view=open");
  const inbox = new Inbox(page);
  await inbox.open(customer.name);
  await inbox.takeOver();
  await inbox.field.fill("Uma resposta comprida que ninguém quer escrever de novo");

  await call(await logIn(AGENT), "DELETE", `/auth/sessions/${sessionOf(tokens)}`);

  const dialog = page.getByRole("dialog", { name: "Sua sessão terminou" });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await dialog.getByLabel("Senha", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(inbox.field).toHaveValue("Uma resposta comprida que ninguém quer escrever de novo");
  await inbox.field.press("Enter");
  await customer.waitFor("ninguém quer escrever de novo");
  await context.close();
});

test("a new company is there in a minute, in English for who reads English", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: pytakeUrl(), locale: "en-US" });
  const page = await context.newPage();
  await page.goto("/register");
  const mark = String(Date.now());
  await page.getByLabel("Name of the company").fill(`Padaria ${mark}`);
  await page.getByLabel("Your name").fill("Nina Prado");
  await page.getByLabel("E-mail").fill(`nina-${mark}@padaria.example`);
  await page.getByLabel("Password", { exact: true }).fill("pão quentinho toda manhã");
  await page.getByRole("button", { name: "Start the trial" }).click();

  await expect(page.getByText(`Padaria ${mark}`).first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});
