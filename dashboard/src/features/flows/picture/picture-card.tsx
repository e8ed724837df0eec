import { Handle, type NodeProps, Position } from "@xyflow/react";
import { HelpCircle } from "lucide-react";
import { memo } from "react";
import { cn } from "@/lib/utils";
import { useFlowT } from "../hooks/use-flow-t";
import { kindOf } from "../nodes/registry";
import { titleOf } from "../utils/search";
import type { Mark } from "./marks";
import type { PictureNode } from "./picture-items";

const LOOKS: Record<Mark, string> = {
  added: "border-success ring-2 ring-success/40",
  removed: "border-dashed border-destructive ring-2 ring-destructive/30",
  changed: "border-warning ring-2 ring-warning/40",
  path: "border-info ring-2 ring-info/30",
  current: "border-info ring-4 ring-info/50",
};
const SIGNS: Partial<Record<Mark, string>> = { added: "+", removed: "−", changed: "~" };

/** The card of a node that is only looked at. */
export const PictureCard = memo(function PictureCard({ data: { node, mark } }: NodeProps<PictureNode>) {
  const t = useFlowT();
  const kind = kindOf(node.type);
  const Icon = kind?.icon ?? HelpCircle;
  return (
    <div
      className={cn(
        "flex h-full items-center gap-2 rounded-lg border bg-card px-3 text-card-foreground shadow-sm",
        mark && LOOKS[mark],
      )}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className="opacity-0" />
      <span className={cn("flex size-7 shrink-0 items-center justify-center rounded-md", kind?.tone ?? "bg-muted")}>
        <Icon className="size-4" aria-hidden />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{titleOf(node, t)}</span>
        <span className="line-clamp-2 text-xs break-words text-muted-foreground">{kind?.summary(node.data, t)}</span>
      </span>
      {mark && SIGNS[mark] && (
        <span className="font-mono text-base" aria-hidden>
          {SIGNS[mark]}
        </span>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} className="opacity-0" />
    </div>
  );
});
