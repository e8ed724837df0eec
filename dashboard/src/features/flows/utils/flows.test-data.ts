import fc from "fast-check";
import type { FlowDocument } from "./document";

const TYPES = ["message", "question", "condition", "transfer", "end"];

/** Any small flow: a start, other nodes, and edges between them. */
export const flows: fc.Arbitrary<FlowDocument> = fc
  .record({
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 6 }),
    ends: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom(undefined, "timeout", "error")), { maxLength: 8 }),
  })
  .map(({ types, ends }) => {
    const nodes = ["start", ...types].map((type, index) => ({
      id: `n${index}`,
      type,
      data: { text: `${index}` },
      position: { x: index * 300, y: 0 },
    }));
    const edges = ends.map(([source, target, handle], index) => ({
      id: `e${index}`,
      source: `n${source % nodes.length}`,
      target: `n${1 + (target % (nodes.length - 1))}`,
      ...(handle ? { source_handle: handle } : {}),
    }));
    return { nodes, edges };
  });
