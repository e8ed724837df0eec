import fc from "fast-check";
import parsePhoneNumber from "libphonenumber-js/min";
import { expect, test, vi } from "vitest";
import { internationalOf } from "./phones";

const digits = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const area = fc.tuple(digits(1, 9), digits(1, 9)).map((both) => both.join(""));
const mobile = digits(900_000_000, 999_999_999);
const landline = digits(20_000_000, 59_999_999);

test("a phone of Brazil is shown as who knows all countries would show it", () => {
  fc.assert(
    fc.property(area, fc.oneof(mobile, landline), (code, number) => {
      const phone = `+55${code}${number}`;
      expect(internationalOf(phone)).toBe(parsePhoneNumber(phone)?.formatInternational());
    }),
  );
});

test("until all countries are known only Brazil's phones are, and the others are once they come", async () => {
  vi.resetModules();
  const fresh = await import("./phones");

  expect(fresh.internationalOf("+5511987654321")).toBe("+55 11 98765 4321");
  expect(fresh.internationalOf("+442079460958")).toBeUndefined();
  await fresh.loadPhones();
  expect(fresh.internationalOf("+442079460958")).toBe("+44 20 7946 0958");
});
