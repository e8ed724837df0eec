import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { formatNumber } from "@/lib/format";
import { cn } from "@/lib/utils";

/** From which share of a limit on it is worth a look. */
const NEARLY = 0.8;

type Tone = "calm" | "near" | "over";
const BARS: Record<Tone, string> = { calm: "bg-primary", near: "bg-warning", over: "bg-destructive" };
const TEXTS: Record<Tone, string> = { calm: "text-muted-foreground", near: "text-warning", over: "text-destructive" };

/** How near something is to its limit. */
export function toneOf(used: number, limit: number | null): Tone {
  if (limit === null) return "calm";
  if (used >= limit) return "over";
  return used >= limit * NEARLY ? "near" : "calm";
}

/** What is used of what a plan allows, one bar each. */
export function UsageBars({ metrics }: { metrics: readonly Schema<"MetricUsage">[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {metrics.map((one) => (
        <UsageBar key={one.metric} {...one} />
      ))}
    </ul>
  );
}

function UsageBar({ metric, used, limit }: Schema<"MetricUsage">) {
  const { t } = useTranslation("common");
  const tone = toneOf(used, limit);
  const name = t(`usage.metrics.${metric}`);
  const said =
    limit === null
      ? t("usage.unlimited", { used: formatNumber(used) })
      : t("usage.of", { used: formatNumber(used), limit: formatNumber(limit) });
  return (
    <li>
      <div className="mb-1 flex justify-between gap-2 text-sm">
        <span>{name}</span>
        <span className={cn("tabular-nums", TEXTS[tone])}>
          {said}
          {tone !== "calm" && <span className="sr-only"> ({t(`usage.${tone}`)})</span>}
        </span>
      </div>
      <div
        role="meter"
        aria-label={name}
        aria-valuenow={used}
        aria-valuemin={0}
        aria-valuemax={limit ?? Math.max(used, 1)}
        aria-valuetext={said}
        className="h-2 overflow-hidden rounded-full bg-muted"
      >
        {limit !== null && (
          <div
            className={cn("h-full rounded-full", BARS[tone])}
            style={{ width: `${limit === 0 ? 100 : Math.min(100, (used / limit) * 100)}%` }}
          />
        )}
      </div>
    </li>
  );
}
