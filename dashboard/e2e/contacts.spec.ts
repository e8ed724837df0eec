import { expect, test } from "@playwright/test";
import { ADMIN, visit } from "./support/people";

test("a sheet is looked at, mapped, checked and imported; who is wrong in it is told by line", async ({ browser }) => {
  const mark = String(Date.now()).slice(-6);
  const rows = Array.from(
    { length: 12 },
    (_, row) => `Pessoa ${mark} ${row},+55 11 9${mark}${String(row).padStart(2, "0")},`,
  );
  const sheet = ["Nome completo,Celular,Cidade", ...rows, `Sem telefone ${mark},isto não é um telefone,`].join("\n");
  const { page, context, problems } = await visit(browser, ADMIN, "/imports/new");

  await page
    .locator("input[type=file]")
    .setInputFiles({ name: `clientes-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await expect(page.getByRole("heading", { name: "O que cada coluna contém" })).toBeVisible();
  await expect(page.getByLabel("O que a coluna Nome completo contém")).toContainText("Nome");
  await expect(page.getByLabel("O que a coluna Celular contém")).toContainText("Telefone");
  await expect(page.getByText("Nada foi gravado ainda.")).toBeVisible();
  await page.getByRole("button", { name: "Importar 12 contatos" }).click();

  await expect(page.getByText("Criados", { exact: true })).toBeVisible();
  await expect(page.getByText("isto não é um telefone").first()).toBeVisible();
  await page.goto(`/contacts?q=${encodeURIComponent(`Pessoa ${mark}`)}`);
  await expect(page.getByText("12 contatos")).toBeVisible();
  await expect(page.getByText(`Pessoa ${mark} 11`)).toBeVisible();
  expect(problems).toEqual([]);
  await context.close();
});
