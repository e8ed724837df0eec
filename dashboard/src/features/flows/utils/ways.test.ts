import { expect, test } from "vitest";
import type { FlowEdge, FlowNode } from "./document";
import { drawnHandle, waysOf } from "./ways";

const t = ((key: string) => key) as never;
const menu: FlowNode = {
  id: "m",
  type: "message",
  data: { text: "?", buttons: [{ id: "s", title: "Suporte" }, "2ª via"], timeout_minutes: 5 },
  position: { x: 0, y: 0 },
};
const edge = (fields: Partial<FlowEdge>): FlowEdge => ({ id: "e", source: "m", target: "x", ...fields });
const on = (fields: Partial<FlowEdge>) => waysOf(menu, [edge(fields)], t).find((way) => way.edges.length);

test("an edge lies on a choice by its id or its title, whatever the accents and capitals", () => {
  expect(on({ source_handle: "s" })?.label).toBe("Suporte");
  expect(on({ source_handle: "SUPORTÉ" })?.handle).toBe("s");
  expect(drawnHandle(menu, edge({ source_handle: "suporte" }))).toBe("s");
});

test("an edge without a handle lies on the default way, also with a condition", () => {
  expect(on({})?.handle).toBe("default");
  expect(on({ condition: "true" })?.handle).toBe("default");
});

test("an edge by a handle that the node has no longer is still drawn, and marked", () => {
  expect(on({ source_handle: "vendas" })).toMatchObject({ handle: "vendas", isStray: true });
});

test("a default edge of a node without a default way gets one", () => {
  const end: FlowNode = { id: "m", type: "end", data: {}, position: { x: 0, y: 0 } };
  expect(waysOf(end, [], t)).toEqual([]);
  expect(waysOf(end, [edge({})], t)).toMatchObject([{ handle: "default" }]);
});
