import { expect, test } from "vitest";
import { pathOf } from "./path";

test("names each node and edge once, and where it stands", () => {
  const steps = [
    { node: "inicio", edge: "e1" },
    { node: "menu" },
    { node: "menu", edge: "e2" },
    { node: "menu", edge: "e2" },
    { node: "cpf" },
  ];
  expect(pathOf(steps)).toEqual({ nodeIds: ["inicio", "menu", "cpf"], edgeIds: ["e1", "e2"], current: "cpf" });
});

test("draws nothing of the flows that it jumps to", () => {
  const steps = [
    { node: "a", edge: "e1" },
    { node: "b", edge: "e9", version: "v" },
    { node: "c", version_id: "v" },
  ];
  expect(pathOf(steps)).toEqual({ nodeIds: ["a"], edgeIds: ["e1"], current: "a" });
});

test("stands where it is said to stand", () => expect(pathOf([{ node: "a" }], "b").current).toBe("b"));
test("has been nowhere at the beginning", () =>
  expect(pathOf([])).toEqual({ nodeIds: [], edgeIds: [], current: null }));
