import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { formatShare } from "@/lib/format";
import { CountLink } from "./count-link";

const PARTS = ["started", "completed", "transferred", "in_progress", "expired", "failed", "cancelled"] as const;

/** What became of the sessions. */
export function TotalsView({ flowId, numbers }: { flowId: string; numbers: Schema<"FlowAnalytics"> }) {
  const { t } = useTranslation("flow-panels");
  const started = numbers.total.started.count;
  return (
    <section aria-labelledby="totals-title">
      <h3 id="totals-title" className="mb-1.5 text-sm font-semibold">
        {t("analytics.totals")}
      </h3>
      <dl className="divide-y rounded-md border">
        {PARTS.map((part) => (
          <div key={part} className="flex items-center gap-2 px-2.5 py-1">
            <dt className="flex-1">{t(`analytics.parts.${part}`)}</dt>
            <dd className="flex items-center gap-2">
              <CountLink flowId={flowId} count={numbers.total[part]} label={t(`analytics.parts.${part}`)} />
              <span className="w-14 text-right text-xs text-muted-foreground tabular-nums">
                {part === "started" ? "" : formatShare(started ? numbers.total[part].count / started : 0)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
