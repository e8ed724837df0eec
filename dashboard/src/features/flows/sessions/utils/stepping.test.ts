import { expect, test } from "vitest";
import { moveOf, step, type Stepping } from "./stepping";

const at = (index: number, isPlaying = false): Stepping => ({ index, isPlaying });

test.each([
  [at(0), "next", at(1)],
  [at(2), "next", at(2)],
  [at(0), "previous", at(0)],
  [at(1), "first", at(0)],
  [at(1), "last", at(2)],
  [at(1), { to: 9 }, at(2)],
  [at(1), "play", at(1, true)],
  [at(2), "play", at(0, true)],
  [at(0, true), "tick", at(1, true)],
  [at(1, true), "tick", at(2)],
  [at(1), "tick", at(1)],
  [at(1, true), "next", at(2)],
  [at(1, true), "pause", at(1)],
] as const)("%j %j", (from, move, to) => expect(step(from, move, 3)).toEqual(to));

test("stays at the beginning of a session without steps", () => {
  expect([step(at(0), "last", 0), step(at(0), "play", 0)]).toEqual([at(0), at(0)]);
});

test("arrows go through the steps", () => {
  expect([moveOf("ArrowLeft"), moveOf("ArrowRight"), moveOf("x")]).toEqual(["previous", "next", null]);
});
