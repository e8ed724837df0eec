import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";
import { startI18n } from "@/lib/i18n";
import { keepLanguage } from "@/lib/language";
import { loadPhones } from "@/lib/phones";

window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
})) as unknown as typeof window.matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => undefined;

keepLanguage("en");
await Promise.all([startI18n(), loadPhones()]);
beforeEach(() => keepLanguage("en"));
afterEach(cleanup);
