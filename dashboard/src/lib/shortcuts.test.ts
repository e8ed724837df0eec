import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keysOf, Shortcuts } from "./shortcuts";

let all: Shortcuts;
let clock = 0;
const press = (key: string, given: KeyboardEventInit & { in?: Element; after?: number } = {}) => {
  const { in: target = document.body, after = 10, ...init } = given;
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "timeStamp", { value: (clock += after) });
  target.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  all = new Shortcuts();
  window.addEventListener("keydown", all.hear);
});
afterEach(() => {
  window.removeEventListener("keydown", all.hear);
  document.body.replaceChildren();
});
const field = (tag = "input") => document.body.appendChild(document.createElement(tag));

describe("a sequence", () => {
  test("is its keys one after the other", () => {
    const run = vi.fn();
    all.add({ keys: "g i", run });

    press("g");
    expect(run).not.toHaveBeenCalled();
    press("i");

    expect(run).toHaveBeenCalledTimes(1);
  });

  test("is broken by another key", () => {
    const run = vi.fn();
    all.add({ keys: "g i", run });
    for (const key of ["g", "x", "i"]) press(key);
    expect(run).not.toHaveBeenCalled();
  });

  test("is forgotten after a while", () => {
    const run = vi.fn();
    all.add({ keys: "g i", run });
    press("g");
    press("i", { after: 2_000 });
    expect(run).not.toHaveBeenCalled();
  });

  test("goes before a single key that ends it", () => {
    const [sequence, single] = [vi.fn(), vi.fn()];
    all.add({ keys: "g i", run: sequence });
    all.add({ keys: "i", run: single });
    press("g");
    press("i");
    expect([sequence.mock.calls.length, single.mock.calls.length]).toEqual([1, 0]);
  });
});

describe("modifiers", () => {
  test("must be as asked for", () => {
    const run = vi.fn();
    all.add({ keys: "mod+k", run });
    press("k");
    press("k", { ctrlKey: true, altKey: true });
    expect(run).not.toHaveBeenCalled();
    expect(press("k", { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test("do not matter to a sign that needs Shift on some keyboards", () => {
    const run = vi.fn();
    all.add({ keys: "?", run });
    press("?", { shiftKey: true });
    press("?");
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("leave the browser's own alone", () => {
    const run = vi.fn();
    all.add({ keys: "r", run });
    expect(press("r", { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });
});

describe("somebody who writes", () => {
  test.each(["input", "textarea"])("in a %s is let alone", (tag) => {
    const run = vi.fn();
    all.add({ keys: "e", run });
    press("e", { in: field(tag) });
    expect(run).not.toHaveBeenCalled();
  });

  test("may use those that are meant for it", () => {
    const run = vi.fn();
    all.add({ keys: "mod+Enter", run, inFields: true });
    press("Enter", { in: field("textarea"), ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  test("with an input method is not heard before the letter is there", () => {
    const run = vi.fn();
    all.add({ keys: "Enter", run, inFields: true });
    press("Enter", { in: field(), isComposing: true });
    expect(run).not.toHaveBeenCalled();
  });
});

describe("of two with the same keys", () => {
  test("the later one holds, and the earlier one again when it is gone", () => {
    const [screen, dialog] = [vi.fn(), vi.fn()];
    all.add({ keys: "Escape", run: screen });
    const remove = all.add({ keys: "Escape", run: dialog });
    press("Escape");
    remove();
    press("Escape");
    expect([screen.mock.calls.length, dialog.mock.calls.length]).toEqual([1, 1]);
  });

  test("the one holds that may now", () => {
    const [screen, dialog] = [vi.fn(), vi.fn()];
    all.add({ keys: "j", run: screen });
    all.add({ keys: "j", run: dialog, when: () => false });
    press("j");
    expect([screen.mock.calls.length, dialog.mock.calls.length]).toEqual([1, 0]);
  });
});

test("what somebody has dealt with is not heard", () => {
  const run = vi.fn();
  all.add({ keys: "Escape", run });
  const node = field("div");
  node.addEventListener("keydown", (event) => event.preventDefault());
  press("Escape", { in: node });
  expect(run).not.toHaveBeenCalled();
});

test("the list is of those with a label, and stays the same while nothing changes", () => {
  all.add({ keys: "a", run: () => undefined });
  all.add({ keys: "b", run: () => undefined, label: "B" });
  expect(all.list().map(({ keys }) => keys)).toEqual(["b"]);
  expect(all.list()).toBe(all.list());
});

test.each([
  ["g i", [["G"], ["I"]]],
  ["mod+shift+ArrowUp", [["Ctrl", "Shift", "↑"]]],
  ["?", [["?"]]],
])("%s is written %j", (keys, written) => expect(keysOf(keys)).toEqual(written));
