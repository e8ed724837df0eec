import { describe, expect, test } from "vitest";
import { diffMarks, groupDiff, unionOf } from "./diff-groups";

const change = { path: "data.text", before: "Oi", after: "Olá" };
const diff = {
  nodes: {
    added: [{ id: "n3", type: "end", title: "Fim" }],
    removed: [{ id: "n2", type: "wait" }],
    changed: [{ id: "n1", type: "message", changes: [change] }],
  },
  edges: { added: [{ id: "e2", source: "n1", target: "n3" }], removed: [], changed: [], reordered: true },
  fields: [{ path: "name", before: "A", after: "B" }],
};

describe("groupDiff", () => {
  const groups = groupDiff(diff);

  test("lists what is new, what changed and what is gone, each with what is known of it", () => {
    expect(groups.nodes.map(({ kind, id, type, name }) => [kind, id, type, name])).toEqual([
      ["added", "n3", "end", "Fim"],
      ["changed", "n1", "message", null],
      ["removed", "n2", "wait", null],
    ]);
    expect(groups.nodes[1]?.changes).toEqual([change]);
  });

  test("calls an edge by what it joins", () => expect(groups.edges[0]?.name).toBe("n1 → n3"));
  test("counts everything, the order of edges too", () => expect(groups.count).toBe(6));

  test("colours each", () => {
    expect(diffMarks(groups)).toEqual({
      nodes: { n3: "added", n1: "changed", n2: "removed" },
      edges: { e2: "added" },
    });
  });

  test("finds nothing where nothing differs", () => {
    expect(groupDiff({ nodes: {}, edges: {}, fields: [] }).count).toBe(0);
  });
});

test("a picture of both shows what was removed", () => {
  const node = (id: string, text: string) => ({ id, type: "message", data: { text } });
  const older = { nodes: [node("n1", "old"), node("n2", "old")], edges: [{ id: "e1", source: "n1", target: "n2" }] };
  const union = unionOf(older, { nodes: [node("n1", "new")], edges: [] });
  expect(union.nodes.map((one) => [one.id, one.data.text])).toEqual([
    ["n1", "new"],
    ["n2", "old"],
  ]);
  expect(union.edges.map((one) => one.id)).toEqual(["e1"]);
});
