import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "./safe-next";

const OURS = "https://app.example";

test.each(["/inbox/1?tab=notes#m3", "/settings", "/contacts?q=a%2Fb"])("goes on to %s", (next) => {
  expect(safeNext(next, OURS)).toBe(next);
});

test.each([
  null,
  "",
  "inbox",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "/login",
  "/login?next=/login",
  "/reset-password#token=x",
])("goes to the start instead of %j", (next) => {
  expect(safeNext(next, OURS)).toBe("/");
});

test("never leads to another site", () => {
  const odd = fc.array(
    fc.constantFrom("/", "\\", ".", "..", "@", ":", "\t", "\n", "evil.example", "a", "%2f", "?", "#"),
  );
  fc.assert(
    fc.property(odd, (parts) => {
      const next = safeNext(`/${parts.join("")}`, OURS);
      return next.startsWith("/") && new URL(next, OURS).origin === OURS;
    }),
  );
});
