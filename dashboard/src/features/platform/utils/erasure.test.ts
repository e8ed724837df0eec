import { expect, test } from "vitest";
import { erasedAt } from "./erasure";

test("a company is kept for thirty days, whatever the month", () => {
  expect(erasedAt("2026-11-22T18:00:00Z")).toBe("2026-12-22T18:00:00.000Z");
  expect(erasedAt("2026-02-10T00:00:00Z")).toBe("2026-03-12T00:00:00.000Z");
});
