import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useCallback, useRef, useState } from "react";
import { useEditor } from "../stores/editor";
import type { CanvasEdge, CanvasNode } from "../utils/canvas-items";
import { snapped } from "../utils/geometry";
import type { Point } from "../utils/document";

const NONE: ReadonlyMap<string, Point> = new Map();

/** Takes what React Flow says that people did. While nodes are dragged they move on the canvas only; where they are let
 * go they go into the draft, as one step of undo. Arrow keys in a row are one step too. */
export function useCanvasChanges(isReadOnly: boolean) {
  const [dragged, setDragged] = useState(NONE);
  const isDragging = useRef(false);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      applySelection("nodes", changes);
      const moves = changes.flatMap((change) =>
        change.type === "position" && change.position ? [{ ...change, position: change.position }] : [],
      );
      if (!moves.length || isReadOnly) return;
      const places = new Map(moves.map((move) => [move.id, move.position]));
      if (moves.some((move) => move.dragging)) {
        isDragging.current = true;
        return setDragged(places);
      }
      const gesture = isDragging.current ? undefined : "arrows";
      isDragging.current = false;
      setDragged(NONE);
      useEditor.getState().moveNodes(new Map([...places].map(([id, place]) => [id, snapped(place)])), gesture);
    },
    [isReadOnly],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => applySelection("edges", changes), []);
  return { dragged, onNodesChange, onEdgesChange };
}

function applySelection(kind: "nodes" | "edges", changes: (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]): void {
  const chosen = changes.filter((change) => change.type === "select");
  if (!chosen.length) return;
  const { selection, select } = useEditor.getState();
  const ids = new Set(selection[kind]);
  for (const change of chosen) {
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  select({ ...selection, [kind]: [...ids] });
}
