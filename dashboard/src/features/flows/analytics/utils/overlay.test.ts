import { describe, expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { funnelOf, overlayOf } from "./overlay";

const count = (number: number) => ({ count: number, sessions: "" });
const node = (id: string, sessions: number, stopped_by_status: Record<string, number> = {}): Schema<"NodeNumbers"> => ({
  node: id,
  type: "message",
  visits: sessions + 1,
  sessions: count(sessions),
  stopped: count(0),
  stopped_by_status,
  median_ms: null,
  events: [],
});
const edge = (id: string, from: string, times: number): Schema<"EdgeNumbers"> => ({
  edge: id,
  node: from,
  times,
  sessions: count(times),
});
const nodes = [
  node("a", 10),
  node("b", 8, { expired: 3, failed: 1, completed: 1, cancelled: 1, waiting: 2 }),
  node("c", 0),
];

describe("overlayOf", () => {
  const overlay = overlayOf({ nodes, edges: [edge("e1", "a", 6), edge("e2", "a", 2), edge("e3", "c", 0)] });

  test("counts as dropped only those who neither finished nor wait", () => {
    expect(overlay.nodes.b).toEqual({ visits: 9, stops: 4, share: 0.5 });
    expect(overlay.nodes.a).toEqual({ visits: 11 });
  });

  test("tells how an edge shares its node's sessions with others", () => {
    expect(overlay.edges).toEqual({ e1: { taken: 6, share: 0.75 }, e2: { taken: 2, share: 0.25 }, e3: { taken: 0 } });
  });
});

test("the funnel goes from what most came by to what few did, without what nobody did", () => {
  const total = { started: count(10) } as Schema<"Totals">;
  expect(
    funnelOf({ nodes: [...nodes].reverse(), total }).map((one) => [one.node.node, one.reached, one.dropped]),
  ).toEqual([
    ["a", 1, 0],
    ["b", 0.8, 4],
  ]);
});
