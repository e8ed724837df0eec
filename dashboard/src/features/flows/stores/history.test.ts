import { expect, test } from "vitest";
import { createGestures } from "./history";

const clock = () => {
  let at = 0;
  const gestures = createGestures(() => at);
  return (key: string | null, after = 0) => {
    at += after;
    gestures.name(key);
    return gestures.continues();
  };
};

test("changes of one gesture belong together until a pause", () => {
  const change = clock();
  expect([change("a"), change("a", 500), change("a", 900), change("a", 1000), change("a", 10)]).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("another gesture, and a change without one, stand alone", () => {
  const change = clock();
  expect([change("a"), change("b"), change(null), change(null), change("b")]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
