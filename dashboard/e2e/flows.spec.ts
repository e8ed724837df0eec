import { expect, test } from "@playwright/test";
import { newCustomer } from "./support/customer";
import { Editor } from "./support/editor";
import { ADMIN, visit } from "./support/people";
import { simulatorUrl } from "./support/places";

test("a flow is drawn with the mouse, tried on the phone beside it, published, and answers a customer", async ({
  browser,
}) => {
  const word = `clube${String(Date.now()).slice(-6)}`;
  const { page, context, problems } = await visit(browser, ADMIN, "/chatbots");
  await page
    .getByRole("link", { name: /Atendimento/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Novo fluxo" }).click();
  await page.getByRole("menuitem", { name: "Do zero" }).click();
  await page.getByLabel("Nome", { exact: true }).fill(`Clube ${word}`);
  await page.getByLabel("Palavras-chave").last().fill(word);
  await page.getByRole("button", { name: "Criar e abrir o editor" }).click();
  const editor = new Editor(page);
  await expect(editor.node("n2")).toContainText("Olá! Como posso ajudar?");

  await editor.place("Pergunta", { below: "n2" });
  await expect(editor.node("n3")).toBeVisible();
  await page.getByRole("textbox", { name: "Pergunta" }).fill("Qual é o seu time?");
  await editor.connect("n2", "n3");
  await editor.saved();
  await expect(editor.node("n3")).toContainText("Qual é o seu time?");

  await page.getByRole("tab", { name: "Testar" }).click();
  await page.getByLabel("Escreva como o contato").fill(word);
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  const phone = page.getByRole("log", { name: "Conversa" });
  await expect(phone).toContainText("Olá! Como posso ajudar?");
  await expect(phone).toContainText("Qual é o seu time?");

  await page.getByRole("button", { name: "Publicar" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publicar/ })
    .click();
  await expect(page.getByText("Publicado v1")).toBeVisible();
  const customer = await newCustomer("Dora Lins");
  const theirs = await context.newPage();
  await theirs.goto(simulatorUrl());
  await theirs.getByText(customer.name).first().click();
  await theirs.getByRole("textbox").last().fill(word);
  await theirs.getByRole("textbox").last().press("Enter");
  await expect(theirs.locator("#chat")).toContainText("Qual é o seu time?");
  expect(problems).toEqual([]);
  await context.close();
});
