import { Handle, Position } from "@xyflow/react";
import { cn } from "@/lib/utils";
import { CARD } from "../../utils/geometry";
import type { Way } from "../../utils/ways";

/** A way out on a card: its name, and the handle from which an edge is drawn. */
export function WayRow({ way, isConnectable, note }: { way: Way; isConnectable: boolean; note?: string | undefined }) {
  const isFree = way.edges.length === 0;
  return (
    <li className="relative flex items-center gap-1 pr-4 pl-3 text-xs" style={{ height: CARD.way }}>
      <span
        className={cn(
          "ml-auto truncate text-right",
          way.tone === "trouble" ? "text-warning" : "text-foreground",
          isFree && way.optional && "text-muted-foreground",
          way.isStray && "text-destructive line-through",
        )}
        title={note ?? way.label}
      >
        {way.label}
      </span>
      <Handle
        type="source"
        position={Position.Right}
        id={way.handle}
        isConnectable={isConnectable && !way.isStray}
        className={cn(!isFree && "!bg-muted-foreground", way.isStray && "!border-destructive !bg-destructive")}
      />
    </li>
  );
}
