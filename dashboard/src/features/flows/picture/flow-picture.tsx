import "@xyflow/react/dist/style.css";
import "../components/canvas/canvas.css";
import { Background, Controls, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/utils";
import { useCanvasLabels } from "../hooks/use-canvas-labels";
import { moveTime } from "../hooks/use-canvas-view";
import { useFlowT } from "../hooks/use-flow-t";
import type { FlowDocument } from "../utils/document";
import { titleOf } from "../utils/search";
import type { Marks } from "./marks";
import { PictureCard } from "./picture-card";
import { pictureEdges, pictureNodes } from "./picture-items";

const NODE_TYPES = { picture: PictureCard };
/** React Flow's buttons in our colours, which follow the theme. */
const CONTROLS =
  "[--xy-controls-button-background-color-hover:var(--accent)] [--xy-controls-button-background-color:var(--card)] [--xy-controls-button-border-color:var(--border)] [--xy-controls-button-color-hover:var(--foreground)] [--xy-controls-button-color:var(--foreground)]";
const EVERYWHERE: readonly string[] = [];
const FIT = { padding: 0.15, maxZoom: 1 };

type Props = {
  document: FlowDocument;
  marks: Marks;
  /** The nodes that the picture keeps in sight; none: all of them. */
  focus?: readonly string[];
  label: string;
  onNodeClick?: (id: string) => void;
};

/** A flow that is looked at and not changed: a version, a difference, the way of a session. */
export function FlowPicture(props: Props) {
  return (
    <div className={cn("flow-canvas h-full w-full", CONTROLS)}>
      <ReactFlowProvider>
        <Picture {...props} />
      </ReactFlowProvider>
    </div>
  );
}

function Picture({ document, marks, focus = EVERYWHERE, label, onNodeClick }: Props) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const labels = useCanvasLabels();
  const nodes = useMemo(
    () =>
      pictureNodes(document, marks, (node, mark) =>
        mark
          ? t("picture.marked", { name: titleOf(node, flowT), mark: t(`picture.marks.${mark}`) })
          : titleOf(node, flowT),
      ),
    [document, marks, t, flowT],
  );
  const edges = useMemo(() => pictureEdges(document, marks), [document, marks]);
  useFocus(focus);
  return (
    <ReactFlow
      aria-label={label}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      ariaLabelConfig={labels}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={onNodeClick !== undefined}
      nodesFocusable={onNodeClick !== undefined}
      deleteKeyCode={null}
      onNodeClick={(_, node) => onNodeClick?.(node.id)}
      minZoom={0.1}
      fitView
      fitViewOptions={FIT}
      attributionPosition="bottom-left"
    >
      <Background />
      <Controls showInteractive={false} position="bottom-right" />
    </ReactFlow>
  );
}

/** Moves to what is in focus. */
function useFocus(ids: readonly string[]): void {
  const { fitView } = useReactFlow();
  const names = ids.join("\n");
  useEffect(() => {
    const nodes = names ? names.split("\n").map((id) => ({ id })) : [];
    if (nodes.length) void fitView({ nodes, maxZoom: 0.9, minZoom: 0.3, padding: 0.5, duration: moveTime() });
  }, [names, fitView]);
}
