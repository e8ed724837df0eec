import { expect, type Locator, type Page } from "@playwright/test";

/** The inbox as a person sees it, in Portuguese. */
export class Inbox {
  constructor(readonly page: Page) {}

  /** The row of a contact in the list. */
  row(name: string): Locator {
    return this.page.getByRole("list", { name: "Conversas" }).getByRole("link", { name });
  }

  /** The messages of the open conversation. */
  thread(name: string): Locator {
    return this.page.getByRole("log", { name: `Mensagens da conversa com ${name}` });
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
    await expect(this.thread(name)).toBeVisible();
  }

  async takeOver(): Promise<void> {
    await this.page.getByRole("button", { name: "Assumir", exact: true }).first().click();
    await expect(this.page.getByText("Com você").first()).toBeVisible();
  }

  get field(): Locator {
    return this.page.getByPlaceholder(/Escreva uma resposta/);
  }

  async answer(words: string): Promise<void> {
    await this.field.fill(words);
    await this.field.press("Enter");
  }
}
