import fc from "fast-check";
import { expect, test } from "vitest";
import { fragmentOf, fragmentText, readFragment, renewed } from "./clipboard";
import { flows } from "./flows.test-data";

test("what is pasted has new ids, its inner edges, and no start", () => {
  fc.assert(
    fc.property(flows, fc.array(fc.nat(20)), (document, picks) => {
      const ids = picks.flatMap((pick) => document.nodes[pick % document.nodes.length]?.id ?? []);
      const fragment = fragmentOf(document, ids);
      const read = readFragment(fragmentText(fragment));
      if (!fragment.nodes.length) {
        expect(read).toBeNull();
        return;
      }
      const added = renewed(read!, document, { x: 40, y: 40 });
      const copied = fragment.nodes.filter((node) => node.type !== "start");
      expect(added.nodes.map((node) => node.data)).toEqual(copied.map((node) => node.data));
      const all = [...document.nodes, ...added.nodes].map((node) => node.id);
      expect(new Set(all).size).toBe(all.length);
      const edges = [...document.edges, ...added.edges].map((edge) => edge.id);
      expect(new Set(edges).size).toBe(edges.length);
      const inner = fragment.edges.filter((edge) =>
        [edge.source, edge.target].every((id) => copied.some((node) => node.id === id)),
      );
      const place = (id: string) => added.nodes.findIndex((node) => node.id === id);
      expect(added.edges.map((edge) => [place(edge.source), place(edge.target), edge.source_handle])).toEqual(
        inner
          .map((edge) => [edge.source, edge.target].map((id) => copied.findIndex((node) => node.id === id)))
          .map((ends, index) => [...ends, inner[index]?.source_handle]),
      );
    }),
  );
});

test.each([
  "",
  "hello",
  "{}",
  '{"format":"pytake.flow-part","nodes":[],"edges":[]}',
  '{"format":"pytake.flow-part","nodes":[{"id":"a","type":"virus","data":{},"position":{"x":0,"y":0}}],"edges":[]}',
])("%s is no part of a flow", (text) => expect(readFragment(text)).toBeNull());
