import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from "@xyflow/react";
import { SplitIcon, XIcon } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, formatShare } from "@/lib/format";
import { cn } from "@/lib/utils";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import { useHighlight } from "../../stores/highlight";
import type { CanvasEdge } from "../../utils/canvas-items";
import { FindingBadge } from "./finding-badge";

/** An edge: its condition, how often it was taken, and the button that takes it away while it is selected. */
export const WayEdge = memo(function WayEdge({ id, data, selected, markerEnd, ...ends }: EdgeProps<CanvasEdge>) {
  const isMarked = useHighlight((state) => state.edgeIds.includes(id));
  const [path, x, y] = getBezierPath(ends);
  const condition = data?.edge.condition ?? "";
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={24}
        style={isMarked ? { stroke: "var(--info)", strokeWidth: 3 } : condition ? { strokeDasharray: "6 4" } : {}}
      />
      <EdgeLabelRenderer>
        <div
          className={cn("nodrag nopan pointer-events-auto absolute flex items-center gap-1", selected && "z-10")}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          <EdgeMarks id={id} condition={condition} />
          {selected && <DeleteEdge id={id} />}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});

function EdgeMarks({ id, condition }: { id: string; condition: string }) {
  const remarks = useFindings((state) => state.byEdge.get(id));
  const numbers = useHighlight((state) => state.overlay?.edges[id]);
  const share = numbers?.share;
  return (
    <>
      {condition && (
        <button
          type="button"
          tabIndex={-1}
          className="flex h-6 max-w-32 items-center gap-1 rounded-full border bg-card px-2 font-mono text-[11px] text-foreground shadow-xs"
          title={condition}
          onClick={() => useEditor.getState().select({ edges: [id] })}
        >
          <SplitIcon aria-hidden className="size-3 shrink-0" />
          <span className="truncate">{condition}</span>
        </button>
      )}
      {numbers && (
        <span className="rounded-full bg-info/15 px-2 py-0.5 text-xs font-medium text-info tabular-nums">
          {formatNumber(numbers.taken)}
          {share === undefined ? "" : ` · ${formatShare(share)}`}
        </span>
      )}
      {remarks && <FindingBadge remarks={remarks} className="bg-card" />}
    </>
  );
}

function DeleteEdge({ id }: { id: string }) {
  const { t } = useTranslation("flows");
  return (
    <button
      type="button"
      className="flex size-6 items-center justify-center rounded-full border bg-card text-destructive shadow-sm outline-none hover:bg-destructive hover:text-destructive-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
      aria-label={t("editor.deleteEdge")}
      title={t("editor.deleteEdge")}
      onClick={() => useEditor.getState().disconnect(id)}
    >
      <XIcon aria-hidden className="size-3.5" />
    </button>
  );
}
