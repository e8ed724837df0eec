import { useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useHighlight } from "../stores/highlight";
import { flowAnalyticsQuery } from "./api/get-flow-analytics";
import { Answers } from "./components/answers";
import { Branches } from "./components/branches";
import { Funnel } from "./components/funnel";
import { PeriodFields } from "./components/period-fields";
import { TotalsView } from "./components/totals-view";
import { overlayOf } from "./utils/overlay";
import { lastDays } from "./utils/period";

/** How the flow does: totals, where people drop off (also drawn on the canvas), answers, branches. */
export function AnalyticsPanel({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flow-panels");
  const [days, setDays] = useState(30);
  const [version, setVersion] = useState<number | null>(null);
  const period = useMemo(() => lastDays(days, version), [days, version]);
  const numbers = useQuery(flowAnalyticsQuery(flowId, period));
  useDrawnOverlay(numbers.data);
  return (
    <div className="space-y-5">
      <PeriodFields flowId={flowId} days={days} version={version} onDays={setDays} onVersion={setVersion} />
      {numbers.isPending && <Skeleton className="h-60" />}
      {numbers.isError && <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {numbers.data && <Numbers flowId={flowId} numbers={numbers.data} />}
      {numbers.data?.complete === false && (
        <p className="text-xs text-muted-foreground">
          {t("analytics.incomplete", { count: numbers.data.counted_sessions })}
        </p>
      )}
    </div>
  );
}

function Numbers({ flowId, numbers }: { flowId: string; numbers: Schema<"FlowAnalytics"> }) {
  const { t } = useTranslation("flow-panels");
  if (numbers.total.started.count === 0)
    return <EmptyState icon={ChartColumn} title={t("analytics.none")} description={t("analytics.none_hint")} />;
  return (
    <>
      <TotalsView flowId={flowId} numbers={numbers} />
      <Funnel flowId={flowId} numbers={numbers} />
      <Answers flowId={flowId} questions={numbers.questions} />
      <Branches flowId={flowId} random={numbers.random} />
    </>
  );
}

/** Draws the numbers on the canvas while the panel is there. */
function useDrawnOverlay(numbers: Schema<"FlowAnalytics"> | undefined): void {
  useEffect(() => {
    if (!numbers) return;
    useHighlight.getState().setOverlay(overlayOf(numbers));
    return () => useHighlight.getState().setOverlay(null);
  }, [numbers]);
}
