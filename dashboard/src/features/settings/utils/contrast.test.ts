import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastOf, ENOUGH, isColour, textOn } from "./contrast";

test("black on white is the most there is", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("which of the two is the text does not matter", () => {
  expect(contrastOf("#0f766e", "#ffffff")).toBe(contrastOf("#ffffff", "#0f766e"));
});

test("black or white can be read on every colour", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (...channels) => {
      const colour = `#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`;

      expect(contrastOf(colour, textOn(colour))).toBeGreaterThanOrEqual(ENOUGH);
    }),
  );
});

test("only six hexadecimal digits are a colour", () => {
  expect(["#0f766e", "#0F766E"].every(isColour)).toBe(true);
  expect(["", "0f766e", "#0f7", "#0f766g", "teal"].some(isColour)).toBe(false);
});
