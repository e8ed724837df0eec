import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { includesAddress, isNetwork, linesOf } from "./networks";

describe("a network", () => {
  test.each(["203.0.113.0/24", "203.0.113.7", "0.0.0.0/0", "2001:db8::/32", "::1", "::ffff:10.0.0.1", "fe80::/10"])(
    "is %s",
    (text) => expect(isNetwork(text)).toBe(true),
  );

  test.each([
    "",
    "10.0.0.7/8",
    "256.0.0.1",
    "10.0.0",
    "01.2.3.4",
    "10.0.0.0/33",
    "10.0.0.0/8/8",
    "2001:db8::1/32",
    "1::2::3",
    "1:2:3:4:5:6:7:8:9",
    "fe80::1%eth0",
    "aurora.example",
  ])("is not %j", (text) => expect(isNetwork(text)).toBe(false));
});

describe("an address", () => {
  test("is in a network that begins alike", () => {
    expect(includesAddress(["198.51.100.0/24", "203.0.113.0/24"], "203.0.113.200")).toBe(true);
    expect(includesAddress(["203.0.113.0/24"], "203.0.114.1")).toBe(false);
    expect(includesAddress(["2001:db8::/32"], "2001:db8:1::9")).toBe(true);
  });

  test("of IPv4 is the same in its IPv6 form", () => {
    expect(includesAddress(["10.0.0.0/8"], "::ffff:10.1.2.3")).toBe(true);
    expect(includesAddress(["10.0.0.0/8"], "::ffff:11.1.2.3")).toBe(false);
  });

  test("that cannot be read is in none", () => {
    expect(includesAddress(["0.0.0.0/0"], "nowhere")).toBe(false);
  });

  test("is in its own network of any size, once its other bits are cleared", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const value = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
        const start = prefix === 0 ? 0 : Math.floor(value / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
        const network = `${[24, 16, 8, 0].map((bits) => Math.floor(start / 2 ** bits) % 256).join(".")}/${prefix}`;

        expect(isNetwork(network)).toBe(true);
        expect(includesAddress([network], address)).toBe(true);
      }),
    );
  });
});

test("lines that say nothing are no lines", () => {
  expect(linesOf(" a \n\n  \nb")).toEqual(["a", "b"]);
});
