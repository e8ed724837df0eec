import { expect, test } from "vitest";
import { hoursOf, mocksOf, withHours, withMocks } from "./mocks";

test.each(["unknown", "open", "closed", "calendars"] as const)("hours that are %s are read back so", (hours) => {
  expect(hoursOf(withHours({}, hours))).toBe(hours);
});

test("answers of one kind leave those of others", () => {
  const mocks = withMocks({ ai: ["Sim"], hours: true }, "api", [{ url: "*" }]);
  expect([mocksOf(mocks, "api"), mocksOf(mocks, "ai"), mocks.hours]).toEqual([[{ url: "*" }], ["Sim"], true]);
});
