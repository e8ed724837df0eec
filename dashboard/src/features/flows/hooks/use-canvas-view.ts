import { getViewportForBounds, useReactFlow, type ReactFlowInstance } from "@xyflow/react";
import { useCallback, useEffect } from "react";
import { useEditor } from "../stores/editor";
import { useHighlight } from "../stores/highlight";
import { useView } from "../stores/view";
import type { CanvasEdge, CanvasNode } from "../utils/canvas-items";
import { nodeOf, type Point } from "../utils/document";
import { CARD } from "../utils/geometry";

const MOVE_MS = 300;
const CLOSE_UP = 0.9;

/** How long the canvas takes to move; who wants less motion sees it jump. */
export function moveTime(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOVE_MS;
}

const READABLE = 0.5;
const MARGIN = 48;

/** Where the canvas is when a flow is opened: on all of it, or where that would be too small to read, on its beginning. */
export function firstView(flow: ReactFlowInstance<CanvasNode, CanvasEdge>): void {
  const { nodes } = useEditor.getState().document;
  const canvas = document.querySelector(".flow-canvas")?.getBoundingClientRect();
  const start = nodes.find((node) => node.type === "start") ?? nodes[0];
  if (!canvas || !start) return;
  const all = getViewportForBounds(flow.getNodesBounds(flow.getNodes()), canvas.width, canvas.height, 0.1, 1, 0.15);
  if (all.zoom >= READABLE) return void flow.setViewport(all);
  const zoom = canvas.width < 640 ? 0.7 : 0.8;
  void flow.setViewport({ zoom, x: MARGIN - start.position.x * zoom, y: canvas.height / 3 - start.position.y * zoom });
}

/** Lets the canvas go where the panels and the search send it, and after the node where a test stands. */
export function useCanvasView(): void {
  const { setCenter, getZoom } = useReactFlow();
  const reveal = useView((state) => state.reveal);
  const current = useHighlight((state) => state.current);
  const goTo = useCallback(
    (nodeIds: readonly string[]) => {
      const middle = middleOf(nodeIds);
      if (middle) void setCenter(middle.x, middle.y, { zoom: Math.max(getZoom(), CLOSE_UP), duration: moveTime() });
    },
    [setCenter, getZoom],
  );
  useEffect(() => {
    if (!reveal) return;
    if (reveal.kind === "node") return goTo([reveal.id]);
    const edge = useEditor.getState().document.edges.find((one) => one.id === reveal.id);
    if (edge) goTo([edge.source, edge.target]);
  }, [reveal, goTo]);
  useEffect(() => {
    if (current) goTo([current]);
  }, [current, goTo]);
}

function middleOf(ids: readonly string[]): Point | null {
  const { document } = useEditor.getState();
  const places = ids.flatMap((id) => nodeOf(document, id)?.position ?? []);
  if (!places.length) return null;
  const sum = (axis: "x" | "y") => places.reduce((total, place) => total + place[axis], 0) / places.length;
  return { x: sum("x") + CARD.width / 2, y: sum("y") + CARD.head };
}
