import fc from "fast-check";
import { expect, test } from "vitest";
import { isDomain, isSlug, slugOf } from "./slug";

test("a slug is the name without accents, capitals and spaces", () => {
  expect(slugOf("Provedor Água Boa Ltda.")).toBe("provedor-agua-boa-ltda");
  expect(slugOf("  -- Clínica São José --  ")).toBe("clinica-sao-jose");
});

test("what is made of any name that has letters may be a slug", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const slug = slugOf(`a${name}`);

      expect(isSlug(slug) || slug.slice(2, 4) === "--").toBe(true);
    }),
  );
});

test("what stands at an end, is too long or looks like punycode is refused", () => {
  expect(["", "-a", "a-", "A", "a b", "xn--abc", "a".repeat(64)].some(isSlug)).toBe(false);
  expect(["a", "a-b", "0", "a".repeat(63)].every(isSlug)).toBe(true);
});

test("a domain is a host's name, without scheme or path", () => {
  expect(["atende.aurora.com.br", "aurora.com", "xn--gua-7la.com", "a.xn--p1ai"].every(isDomain)).toBe(true);
  expect(["", "aurora", "https://aurora.com", "aurora.com/x", "água.com", "-a.com", "a..com"].some(isDomain)).toBe(
    false,
  );
});
