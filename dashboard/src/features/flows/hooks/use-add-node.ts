import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { kindOf } from "../nodes/registry";
import { useEditor } from "../stores/editor";
import { useView } from "../stores/view";
import type { Point } from "../utils/document";
import { CARD, freePlace, sizeOf } from "../utils/geometry";

export type From = { source: string; handle: string };

/** Adds a node where the screen says, or in the middle of what is seen of the canvas, on a free place. */
export function useAddNode() {
  const { t } = useTranslation("flows");
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    (type: string, at: { screen?: Point; from?: From } = {}): string | null => {
      const kind = kindOf(type);
      if (!kind) return null;
      const size = sizeOf({ id: "", type, data: kind.create(), position: { x: 0, y: 0 } }, []);
      const wish = at.screen
        ? screenToFlowPosition(at.screen)
        : middle(screenToFlowPosition(middleOfCanvas()), size.height);
      const { document, addNode } = useEditor.getState();
      const place = at.screen ? { x: wish.x, y: wish.y - CARD.head / 2 } : wish;
      const id = addNode(type, freePlace(document, place, size), at.from);
      if (id) useView.setState({ panel: "properties" });
      else toast.info(t("editor.oneStart"));
      return id;
    },
    [screenToFlowPosition, t],
  );
}

const middle = ({ x, y }: Point, height: number): Point => ({ x: x - CARD.width / 2, y: y - height / 2 });

function middleOfCanvas(): Point {
  const box = document.querySelector(".flow-canvas")?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}
