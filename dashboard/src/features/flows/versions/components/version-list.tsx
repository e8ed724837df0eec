import { useInfiniteQuery } from "@tanstack/react-query";
import { Eye, GitCompareArrows, History, Undo2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDateTime } from "@/lib/format";
import { flowVersionsQuery } from "../api/list-flow-versions";
import { RestoreDialog } from "./restore-dialog";

const VersionDialog = lazy(async () => ({ default: (await import("./version-dialog")).VersionDialog }));
type Row = Schema<"FlowVersionRow">;

/** Every version: who published it, when, with which notes. */
export function VersionList({ flowId, onCompare }: { flowId: string; onCompare: (from: string) => void }) {
  const { t } = useTranslation("flow-panels");
  const versions = useInfiniteQuery(flowVersionsQuery(flowId));
  const [viewed, setViewed] = useState<Row | null>(null);
  const [restored, setRestored] = useState<Row | null>(null);
  const mayEdit = useMay("flows:edit");
  if (versions.isPending) return <Skeleton className="h-40" />;
  if (versions.isError) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  const rows = versions.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return <EmptyState icon={History} title={t("versions.none")} description={t("versions.none_hint")} />;
  return (
    <>
      <ol className="space-y-2">
        {rows.map((row) => (
          <li key={row.id} className="rounded-md border p-3">
            <About row={row} />
            <div className="mt-2 flex flex-wrap gap-1">
              <Button variant="outline" size="sm" onClick={() => setViewed(row)}>
                <Eye aria-hidden /> {t("versions.view")}
              </Button>
              <Button variant="outline" size="sm" onClick={() => onCompare(String(row.number))}>
                <GitCompareArrows aria-hidden /> {t("versions.compare")}
              </Button>
              {mayEdit && (
                <Button variant="outline" size="sm" onClick={() => setRestored(row)}>
                  <Undo2 aria-hidden /> {t("versions.restore")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <LoadMore query={versions} />
      <Suspense fallback={null}>
        {viewed && <VersionDialog flowId={flowId} number={viewed.number} onClose={() => setViewed(null)} />}
      </Suspense>
      <RestoreDialog flowId={flowId} version={restored} onClose={() => setRestored(null)} />
    </>
  );
}

function About({ row }: { row: Row }) {
  const { t } = useTranslation("flow-panels");
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{t("versions.number", { number: row.number })}</h3>
        {row.is_running && <Badge variant="success">{t("versions.running")}</Badge>}
      </div>
      <p className="text-xs text-muted-foreground">
        <time dateTime={row.published_at}>{formatDateTime(row.published_at)}</time>
        {" · "}
        {row.published_by_name ?? t("versions.nobody")}
      </p>
      {row.notes && <p className="mt-1 break-words whitespace-pre-line">{row.notes}</p>}
    </>
  );
}
