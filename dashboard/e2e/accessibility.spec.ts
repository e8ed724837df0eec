import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { ADMIN, visit } from "./support/people";
import { pytakeUrl } from "./support/places";

/** WCAG 2.2, levels A and AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const SCREENS = [
  "/",
  "/inbox?view=open",
  "/contacts",
  "/segments",
  "/imports",
  "/chatbots",
  "/templates",
  "/account",
  "/settings/numbers",
  "/settings/users",
  "/settings/roles",
  "/settings/hours",
  "/settings/automation",
];

const WAYS = [
  { name: "light", options: { colorScheme: "light", viewport: { width: 1440, height: 900 } } },
  { name: "dark, on a phone of 360 pixels", options: { colorScheme: "dark", viewport: { width: 360, height: 740 } } },
] as const;

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[data-slot=skeleton]")).toHaveCount(0);
  // A notice of what another test does to the same company is pale while it fades in.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || effect?.getTiming().iterations === Infinity),
  );
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}

for (const { name, options } of WAYS)
  test(`every main screen can be used by everybody: ${name}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const { page, context } = await visit(browser, ADMIN, "/", options);
    for (const screen of SCREENS) {
      await page.goto(screen);
      await settled(page);
      expect.soft(await violations(page), screen).toEqual([]);
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect.soft(isWider, `${screen} scrolls sideways`).toBe(false);
    }
    await context.close();
  });

test("who logs in can be anybody too", async ({ page }) => {
  for (const screen of ["/login", "/register", "/forgot-password"]) {
    await page.goto(pytakeUrl() + screen);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect.soft(await violations(page), screen).toEqual([]);
  }
});

test("the first stop of the keyboard skips to the content", async ({ browser }) => {
  const { page, context } = await visit(browser, ADMIN, "/contacts");
  await settled(page);

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Pular para o conteúdo" })).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(page.locator("#content")).toBeFocused();
  await context.close();
});
