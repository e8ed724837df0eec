import { expect, test } from "@playwright/test";
import { newCustomer } from "./support/customer";
import { Inbox } from "./support/inbox";
import { ADMIN, AGENT, visit } from "./support/people";
import { simulatorUrl } from "./support/places";

test("a customer's message appears without a reload; who takes over answers, and sees when it was read", async ({
  browser,
}) => {
  const customer = await newCustomer("Iara Nogueira");
  const { page, context, problems } = await visit(browser, AGENT, "/inbox?view=open");
  const inbox = new Inbox(page);
  await expect(page.getByRole("list", { name: "Conversas" })).toBeVisible();
  await expect(inbox.row(customer.name)).toHaveCount(0);

  await customer.say("Bom dia, a internet caiu");

  await expect(inbox.row(customer.name)).toBeVisible();
  await inbox.open(customer.name);
  await expect(inbox.thread(customer.name)).toContainText("Bom dia, a internet caiu");
  await inbox.takeOver();
  await inbox.answer("Bom dia, Iara. Vou ver a sua conexão.");
  const sent = inbox.thread(customer.name).getByRole("article").filter({ hasText: "Vou ver a sua conexão" });
  await expect(sent).toHaveCount(1);
  await customer.waitFor("Vou ver a sua conexão");
  await expect(sent.getByTitle("Lida")).toBeVisible();

  const phone = await context.newPage();
  await phone.goto(simulatorUrl());
  await phone.getByText(customer.name).first().click();
  await expect(phone.locator("#chat")).toContainText("Vou ver a sua conexão");
  expect(problems).toEqual([]);
  await context.close();
});

test("what is written in one browser is seen in the other, and who is writing too", async ({ browser }) => {
  const customer = await newCustomer("Otávio Pires");
  await customer.say("Quero mudar de plano");
  const [bruno, helena] = [
    await visit(browser, AGENT, "/inbox?view=open"),
    await visit(browser, ADMIN, "/inbox?view=open"),
  ];
  const [his, hers] = [new Inbox(bruno.page), new Inbox(helena.page)];
  await his.open(customer.name);
  await hers.open(customer.name);

  await his.takeOver();
  await expect(hers.page.getByText("Com Bruno Teles").first()).toBeVisible();
  await his.field.pressSequentially("Claro", { delay: 60 });
  await expect(hers.page.getByText("Bruno Teles está digitando…")).toBeVisible();
  await his.answer("Claro, qual deles?");

  await expect(hers.thread(customer.name)).toContainText("Claro, qual deles?");

  await customer.say("O de sempre:\n".repeat(40));
  await expect(his.thread(customer.name)).toContainText("O de sempre:");
  await his.field.fill("Um\nDois\nTrês\nQuatro");
  await his.field.press("o");
  const hidden = () =>
    his.page.getByRole("log").evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);
  await expect.poll(hidden, "the thread keeps its end above a tall answer").toBeLessThan(2);
  await his.field.fill("");
  await bruno.context.close();
  await helena.context.close();
});

test("after the network was away nothing is missing and nothing is there twice", async ({ browser }) => {
  const customer = await newCustomer("Lígia Sampaio");
  await customer.say("Oi");
  const { page, context } = await visit(browser, AGENT, "/inbox?view=open");
  const inbox = new Inbox(page);
  await inbox.open(customer.name);
  await inbox.takeOver();

  await context.setOffline(true);
  await expect(page.getByText("Reconectando").first()).toBeVisible({ timeout: 60_000 });
  for (const words of ["primeira", "segunda", "terceira"]) await customer.say(`Mensagem ${words}`);
  await inbox.answer("Escrevi sem rede");
  await expect(inbox.thread(customer.name)).toContainText("Escrevi sem rede");
  await context.setOffline(false);

  for (const words of ["primeira", "segunda", "terceira"])
    await expect(inbox.thread(customer.name).getByText(`Mensagem ${words}`, { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await customer.waitFor("Escrevi sem rede");
  await expect(inbox.thread(customer.name).getByText("Escrevi sem rede", { exact: true })).toHaveCount(1);
  await context.close();
});
