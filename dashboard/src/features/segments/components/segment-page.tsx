import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TriangleAlertIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { segmentQuery } from "../api/get-segment";
import { groupOf, treeOf, type Group } from "../utils/conditions";
import { readFilter } from "../utils/document";
import { SegmentEditor } from "./segment-editor";

type Segment = Schema<"SegmentRow">;

/** A segment that is there, or a new one. */
export function SegmentPage({ segmentId }: { segmentId: string }) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-6xl gap-5 px-4 py-5 sm:px-6">
        {segmentId === "new" ? (
          <SegmentEditor kept={null} first={() => groupOf("all")} onReload={() => undefined} />
        ) : (
          <Kept segmentId={segmentId} />
        )}
      </div>
    </div>
  );
}

function Kept({ segmentId }: { segmentId: string }) {
  const query = useQuery(segmentQuery(segmentId));
  if (query.isPending) return <Skeleton className="h-60 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Readable segment={query.data} />;
}

/** A filter that this screen cannot draw is not put at risk by editing it. */
function Readable({ segment }: { segment: Segment }) {
  const { t } = useTranslation("segments");
  const client = useQueryClient();
  const [reads, setReads] = useState(0);
  const filter = readFilter(segment.filter);
  if (!filter)
    return <EmptyState icon={TriangleAlertIcon} title={t("page.unreadable")} description={t("page.unreadableHint")} />;
  const first = (): Group => treeOf(filter);
  const reload = async () => {
    await client.invalidateQueries({ queryKey: ["segments", segment.id] });
    setReads((count) => count + 1);
  };
  return <SegmentEditor key={`${segment.id} ${reads}`} kept={segment} first={first} onReload={() => void reload()} />;
}
