import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Equal, Maximize2 } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useEditor } from "../../stores/editor";
import { useHighlight } from "../../stores/highlight";
import { DRAFT, flowDiffQuery, type Side } from "../api/get-flow-diff";
import { flowVersionsQuery } from "../api/list-flow-versions";
import { type DiffGroups, groupDiff } from "../utils/diff-groups";
import { DiffList } from "./diff-list";
import { SideSelect } from "./side-select";

const DiffDialog = lazy(async () => ({ default: (await import("./diff-dialog")).DiffDialog }));
type Sides = { from: Side; to: Side };
type Props = { flowId: string; sides: Sides | null; onSides: (sides: Sides) => void };

/** What is different between two versions, or a version and the draft. */
export function DiffView({ flowId, sides, onSides }: Props) {
  const { t } = useTranslation("flow-panels");
  const versions = useInfiniteQuery(flowVersionsQuery(flowId));
  if (versions.isPending) return <Skeleton className="h-40" />;
  if (versions.isError) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  const rows = versions.data.pages.flatMap((page) => page.items);
  const [newest] = rows;
  if (!newest) return <EmptyState icon={Equal} title={t("versions.none")} description={t("versions.none_hint")} />;
  const chosen = sides ?? { from: String(newest.number), to: DRAFT };
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-2 gap-2">
        <SideSelect
          label={t("diff.from")}
          value={chosen.from}
          versions={rows}
          onChange={(from) => onSides({ ...chosen, from })}
        />
        <SideSelect
          label={t("diff.to")}
          value={chosen.to}
          versions={rows}
          onChange={(to) => onSides({ ...chosen, to })}
        />
      </div>
      <Difference flowId={flowId} {...chosen} />
    </div>
  );
}

function Difference({ flowId, from, to }: Sides & { flowId: string }) {
  const { t } = useTranslation("flow-panels");
  const draft = useEditor((state) => state.version);
  const diff = useQuery(flowDiffQuery(flowId, from, to, draft));
  const groups = useMemo(() => (diff.data ? groupDiff(diff.data) : null), [diff.data]);
  const [isDrawn, setDrawn] = useState(false);
  useMarkedChanges(to === DRAFT ? groups : null);
  if (diff.isPending) return <Skeleton className="h-40" />;
  if (diff.isError) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!groups || groups.count === 0)
    return <EmptyState icon={Equal} title={t("diff.none")} description={t("diff.none_hint")} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">{t("diff.count", { count: groups.count })}</p>
        <Button variant="outline" size="sm" onClick={() => setDrawn(true)}>
          <Maximize2 aria-hidden /> {t("diff.draw")}
        </Button>
      </div>
      <DiffList groups={groups} />
      <Suspense fallback={null}>
        {isDrawn && <DiffDialog flowId={flowId} from={from} to={to} groups={groups} onClose={() => setDrawn(false)} />}
      </Suspense>
    </>
  );
}

/** Marks on the editor's canvas what of the draft is new or changed, while it is looked at. */
function useMarkedChanges(groups: DiffGroups | null): void {
  useEffect(() => {
    if (!groups) return;
    const there = (items: DiffGroups["nodes"]) => items.filter((one) => one.kind !== "removed").map((one) => one.id);
    useHighlight.getState().showPath({ nodeIds: there(groups.nodes), edgeIds: there(groups.edges) });
    return () => useHighlight.getState().clearPath();
  }, [groups]);
}
