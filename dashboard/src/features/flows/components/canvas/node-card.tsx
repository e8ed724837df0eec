import { useFlowT } from "../../hooks/use-flow-t";
import { Handle, Position, useUpdateNodeInternals, type NodeProps } from "@xyflow/react";
import { FlagIcon, HelpCircleIcon } from "lucide-react";
import { memo, useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import { cn } from "@/lib/utils";
import { kindOf } from "../../nodes/registry";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import { useHighlight } from "../../stores/highlight";
import type { CanvasNode } from "../../utils/canvas-items";
import { CARD } from "../../utils/geometry";
import { titleOf } from "../../utils/search";
import { edgesFrom, waysOf } from "../../utils/ways";
import { FindingBadge } from "./finding-badge";
import { NodeOverlay } from "./node-overlay";
import { WayRow } from "./way-row";

/** Lines that take their pixel from the card's foot: above and below the card, and over the ways. */
const BORDERS = 3;

/** The card of a node on the canvas: what it is, what it does, what is wrong with it, and its ways out. */
export const NodeCard = memo(function NodeCard({ id, data: { node }, selected, isConnectable }: NodeProps<CanvasNode>) {
  const t = useFlowT();
  const leaving = useEditor(useShallow((state) => edgesFrom(state.document, id)));
  const kind = kindOf(node.type);
  const ways = waysOf(node, leaving, t);
  const summary = kind?.summary(node.data, t) ?? "";
  const handles = ways.map((way) => way.handle).join("\n");
  useHandlesRead(id, handles);
  return (
    <div
      className={cn(
        "relative flex h-full flex-col rounded-lg border bg-card text-card-foreground shadow-sm",
        selected && "border-primary ring-2 ring-primary/40",
        useMark(id),
      )}
    >
      <NodeOverlay id={id} />
      {node.type !== "start" && (
        <Handle type="target" position={Position.Left} isConnectable={isConnectable} style={{ top: CARD.head / 2 }} />
      )}
      <CardHead id={id} node={node} />
      {summary && (
        <p
          className="line-clamp-2 px-3 text-xs leading-[18px] break-words text-muted-foreground"
          style={{ height: CARD.summary - 10, marginBottom: 10 }}
        >
          {summary}
        </p>
      )}
      {ways.length > 0 && (
        <ul className="border-t" style={{ paddingBottom: CARD.foot - BORDERS }}>
          {ways.map((way) => (
            <WayRow
              key={way.handle}
              way={way}
              isConnectable={isConnectable}
              note={way.isStray ? t("editor.ways.stray", { handle: way.handle }) : undefined}
            />
          ))}
        </ul>
      )}
    </div>
  );
});

function CardHead({ id, node }: { id: string; node: CanvasNode["data"]["node"] }) {
  const t = useFlowT();
  const remarks = useFindings((state) => state.byNode.get(id));
  const kind = kindOf(node.type);
  const Icon = kind?.icon ?? HelpCircleIcon;
  return (
    <div className="flex shrink-0 items-center gap-2 px-3" style={{ height: CARD.head }}>
      <span
        className={cn(
          "flex size-7 shrink-0 items-center justify-center rounded-md",
          kind?.tone ?? "bg-muted text-muted-foreground",
        )}
      >
        <Icon aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1 truncate text-sm font-medium">{titleOf(node, t)}</span>
      {node.type === "start" && <FlagIcon aria-label={t("editor.entry")} className="size-4 text-success" />}
      {remarks && <FindingBadge remarks={remarks} />}
    </div>
  );
}

/** React Flow looks anew where the handles are when there are others. */
function useHandlesRead(id: string, handles: string): void {
  const read = useUpdateNodeInternals();
  useEffect(() => read(id), [read, id, handles]);
}

/** How a node on the marked way is drawn, and where it stands. */
function useMark(id: string): string {
  return useHighlight((state) => {
    if (state.current === id) return "border-info ring-4 ring-info/50";
    if (state.nodeIds.includes(id)) return "border-info ring-2 ring-info/30";
    return state.nodeIds.length > 0 ? "opacity-60" : "";
  });
}
