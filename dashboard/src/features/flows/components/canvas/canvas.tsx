import { useFlowT } from "../../hooks/use-flow-t";
import "@xyflow/react/dist/style.css";
import "./canvas.css";
import {
  Background,
  BackgroundVariant,
  MarkerType,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  type FinalConnectionState,
  type OnConnect,
} from "@xyflow/react";
import { useCallback, useMemo, useState, type DragEvent } from "react";
import { useAddNode, type From } from "../../hooks/use-add-node";
import { useCanvasChanges } from "../../hooks/use-canvas-changes";
import { useCanvasLabels } from "../../hooks/use-canvas-labels";
import { firstView, useCanvasView } from "../../hooks/use-canvas-view";
import { useIsWide } from "../../hooks/use-media";
import { DEFAULT_HANDLE } from "../../nodes/kind";
import { useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { createCanvasEdges, createCanvasNodes } from "../../utils/canvas-items";
import type { Point } from "../../utils/document";
import { whyNotConnected } from "../../utils/edit";
import { GRID } from "../../utils/geometry";
import { DRAGGED_KIND } from "../palette/dragged-kind";
import { CanvasControls } from "./canvas-controls";
import { NodeCard } from "./node-card";
import { NodePicker } from "./node-picker";
import { pointOf, targetAt } from "./pointer";
import { WayEdge } from "./way-edge";

const NODE_TYPES = { step: NodeCard };
const EDGE_TYPES = { way: WayEdge };
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 20, height: 20, markerUnits: "userSpaceOnUse" },
};
const SNAP: [number, number] = [GRID, GRID];
const MORE = ["Shift", "Control", "Meta"];

const OTHER_BUTTONS = [1, 2];
/** Of more nodes than these, only what is in sight is drawn. */
const MANY = 100;

type Picking = { at: Point; from: From };

/** The flow as a drawing that is worked on. */
export function Canvas({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useFlowT();
  const isWide = useIsWide();
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const [makeNodes] = useState(createCanvasNodes);
  const [makeEdges] = useState(createCanvasEdges);
  const [isSelecting, setSelecting] = useState(false);
  const [picking, setPicking] = useState<Picking | null>(null);
  const { dragged, ...changes } = useCanvasChanges(isReadOnly);
  const addNode = useAddNode();
  const labels = useCanvasLabels();
  useCanvasView();
  const nodes = useMemo(
    () => makeNodes(document, { t, selection, dragged, isReadOnly }),
    [makeNodes, document, t, selection, dragged, isReadOnly],
  );
  const edges = useMemo(() => makeEdges(document, selection), [makeEdges, document, selection]);

  const onClick = useCallback(() => showProperties(isWide), [isWide]);
  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (state.isValid || state.toHandle || state.fromHandle?.type !== "source") return;
    const from = { source: state.fromHandle.nodeId, handle: state.fromHandle.id ?? DEFAULT_HANDLE };
    const at = pointOf(event);
    const target = targetAt(at);
    if (target === null) setPicking({ at, from });
    else if (target !== from.source) useEditor.getState().connect({ ...from, target });
  }, []);
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAGGED_KIND);
    if (!type || isReadOnly) return;
    event.preventDefault();
    addNode(type, { screen: pointOf(event.nativeEvent) });
  };

  return (
    <div className="flow-canvas h-full w-full">
      <ReactFlow
        aria-label={t("editor.aria.canvas")}
        onDrop={onDrop}
        onDragOver={allowKind}
        nodes={nodes}
        edges={edges}
        {...changes}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        defaultEdgeOptions={EDGE_OPTIONS}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValidConnection}
        onNodeClick={onClick}
        onEdgeClick={onClick}
        onNodeDoubleClick={openProperties}
        onlyRenderVisibleElements={nodes.length > MANY}
        zoomOnDoubleClick={false}
        nodesConnectable={!isReadOnly}
        connectionRadius={28}
        selectionOnDrag={isSelecting}
        panOnDrag={isSelecting ? OTHER_BUTTONS : true}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={MORE}
        deleteKeyCode={null}
        selectNodesOnDrag={false}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.1}
        maxZoom={2}
        onInit={firstView}
        ariaLabelConfig={labels}
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={1.5} />
        <Panel position="bottom-center">
          <CanvasControls isSelecting={isSelecting} onSelecting={setSelecting} />
        </Panel>
        {isWide && <MiniMap pannable zoomable nodeBorderRadius={8} className="overflow-hidden rounded-lg border" />}
      </ReactFlow>
      {picking && (
        <NodePicker
          at={picking.at}
          onClose={() => setPicking(null)}
          onChoose={(type) => {
            addNode(type, { screen: picking.at, from: picking.from });
            setPicking(null);
          }}
        />
      )}
    </div>
  );
}

const onConnect: OnConnect = ({ source, sourceHandle, target }) => {
  useEditor.getState().connect({ source, handle: sourceHandle ?? DEFAULT_HANDLE, target });
};

const isValidConnection = ({ source, target }: { source: string; target: string }): boolean =>
  whyNotConnected(useEditor.getState().document, { source, handle: "", target }) === null;

const openProperties = () => useView.getState().openPanel("properties");

/** On narrow screens what is touched opens its sheet; beside the canvas it takes the place of the findings only. */
function showProperties(isWide: boolean): void {
  const { panel, openPanel } = useView.getState();
  if (!isWide || panel === "findings") openPanel("properties");
}

function allowKind(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(DRAGGED_KIND)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
}
