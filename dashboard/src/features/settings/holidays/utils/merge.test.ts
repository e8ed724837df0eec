import { expect, test } from "vitest";
import type { Holiday } from "../api/list-holidays";
import { dayIn, yearOf } from "./merge";

const own = (day: string, change: Partial<Holiday> = {}): Holiday => ({
  id: day,
  day,
  name: "Aniversário da cidade",
  is_yearly: false,
  is_open: false,
  created_at: "2026-01-01T00:00:00Z",
  ...change,
});

test("the company's word on a day takes the public holiday's place", () => {
  const days = yearOf(
    2026,
    [own("2026-12-25", { name: "Plantão de Natal", is_open: true })],
    [
      { day: "2026-12-25", name: "Natal" },
      { day: "2026-09-07", name: "Independência" },
    ],
  );
  expect(days.map(({ day, name, isOpen, isPublic }) => [day, name, isOpen, isPublic])).toEqual([
    ["2026-09-07", "Independência", false, true],
    ["2026-12-25", "Plantão de Natal", true, true],
  ]);
});

test("a yearly holiday comes every year, another one only in its own", () => {
  expect(dayIn(2027, own("2026-01-25", { is_yearly: true }))).toBe("2027-01-25");
  expect(dayIn(2027, own("2026-01-25"))).toBeNull();
  expect(dayIn(2026, own("2026-01-25"))).toBe("2026-01-25");
});

test("the 29th of February is in leap years only", () => {
  const leap = own("2024-02-29", { is_yearly: true });
  expect(dayIn(2028, leap)).toBe("2028-02-29");
  expect(dayIn(2027, leap)).toBeNull();
  expect(dayIn(2100, leap)).toBeNull();
});
