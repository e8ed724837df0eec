import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { formatDuration, formatNumber, formatShare } from "@/lib/format";
import { useView } from "../../stores/view";
import { funnelOf, type FunnelStep } from "../utils/overlay";
import { CountLink } from "./count-link";
import { useNodeName } from "./use-node-name";

/** Where sessions come by and where they drop off, node by node. */
export function Funnel({ flowId, numbers }: { flowId: string; numbers: Schema<"FlowAnalytics"> }) {
  const { t } = useTranslation("flow-panels");
  const nameOf = useNodeName();
  return (
    <section aria-labelledby="funnel-title">
      <h3 id="funnel-title" className="mb-1.5 text-sm font-semibold">
        {t("analytics.funnel")}
      </h3>
      <ol className="space-y-1.5">
        {funnelOf(numbers).map((step) => (
          <FunnelRow key={step.node.node} flowId={flowId} step={step} name={nameOf(step.node.node)} />
        ))}
      </ol>
    </section>
  );
}

function FunnelRow({ flowId, step, name }: { flowId: string; step: FunnelStep; name: string }) {
  const { t } = useTranslation("flow-panels");
  const { node, reached, dropped, share } = step;
  return (
    <li className="rounded-md border p-2">
      <div className="flex items-center gap-2">
        <button
          type="button"
          onClick={() => useView.getState().revealOnCanvas("node", node.node)}
          className="min-h-6 min-w-0 flex-1 truncate rounded text-left font-medium outline-none hover:underline focus-visible:ring-2 focus-visible:ring-ring"
        >
          {name}
        </button>
        <CountLink flowId={flowId} count={node.sessions} label={name} />
        <span className="w-14 text-right text-xs text-muted-foreground tabular-nums">{formatShare(reached)}</span>
      </div>
      <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-muted" aria-hidden>
        <div className="h-full rounded-full bg-chart-1" style={{ width: `${reached * 100}%` }} />
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted-foreground">
        {dropped > 0 && (
          <span className="font-medium text-warning">
            {t("analytics.dropped", { count: dropped, number: formatNumber(dropped), share: formatShare(share) })}
          </span>
        )}
        {node.stopped.count > 0 && (
          <span>
            {t("analytics.stopped")}{" "}
            <CountLink flowId={flowId} count={node.stopped} label={t("analytics.stopped_at", { name })} />
          </span>
        )}
        {node.median_ms !== null && node.median_ms >= 1000 && (
          <span>{t("analytics.median", { time: formatDuration(node.median_ms / 1000) })}</span>
        )}
      </p>
    </li>
  );
}
