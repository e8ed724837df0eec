import { type Edge, MarkerType, type Node } from "@xyflow/react";
import { type FlowDocument, type FlowNode, isPlaced } from "../utils/document";
import { isCrowded } from "../utils/geometry";
import { arranged } from "../utils/layout";
import type { Mark, Marks } from "./marks";

export type PictureNode = Node<{ node: FlowNode; mark: Mark | null }, "picture">;

export const WIDTH = 224;
const HEIGHT = 76;
const STROKES: Record<Mark, string> = {
  added: "var(--success)",
  removed: "var(--destructive)",
  changed: "var(--warning)",
  path: "var(--info)",
  current: "var(--info)",
};

/** What is drawn of a flow that is only looked at. */
export function pictureNodes(
  document: FlowDocument,
  marks: Marks,
  label: (node: FlowNode, mark: Mark | null) => string,
) {
  const placed = isPlaced(document) && !isCrowded(document) ? document : arranged(document);
  return placed.nodes.map((node): PictureNode => {
    const mark = marks.nodes[node.id] ?? null;
    const size = { width: WIDTH, height: HEIGHT };
    return {
      id: node.id,
      type: "picture",
      position: node.position,
      data: { node, mark },
      ariaLabel: label(node, mark),
      ...size,
      measured: size,
    };
  });
}

/** Its edges, each named by what leads along it. */
export function pictureEdges(document: FlowDocument, marks: Marks): Edge[] {
  const known = new Set(document.nodes.map((node) => node.id));
  return document.edges
    .filter((edge) => known.has(edge.source) && known.has(edge.target))
    .map((edge): Edge => {
      const mark = marks.edges[edge.id];
      const stroke = mark ? STROKES[mark] : "var(--muted-foreground)";
      return {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        label: edge.source_handle ?? edge.condition ?? undefined,
        focusable: false,
        style: { stroke, strokeWidth: mark ? 3 : 1, strokeDasharray: mark === "removed" ? "6 4" : undefined },
        labelStyle: { fill: "var(--foreground)", fontSize: 11 },
        labelBgStyle: { fill: "var(--card)" },
        markerEnd: { type: MarkerType.ArrowClosed, color: stroke },
        zIndex: mark ? 1 : 0,
      };
    });
}
