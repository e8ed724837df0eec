import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/utils";
import { retoldSessionQuery } from "../api/retell-flow-session";
import { sideText } from "../utils/side-text";
import { Bubbles } from "./conversation";
import { StatusBadge } from "./status-badge";

/** What the draft would have done with this session: where the two part first, both conversations, both ends. */
export function WhatIf({ flowId, sessionId }: { flowId: string; sessionId: string }) {
  const { t } = useTranslation("flow-panels");
  const retold = useQuery(retoldSessionQuery(flowId, sessionId));
  if (retold.isPending) return <Skeleton className="h-40" />;
  if (retold.isError) return <ErrorState error={retold.error} onRetry={() => void retold.refetch()} />;
  if (!retold.data) return null;
  const { comparison, exact } = retold.data;
  return (
    <div className="space-y-4">
      <First comparison={comparison} />
      {!exact && <p className="text-xs text-warning">{t("what_if.inexact")}</p>}
      <SideBySide comparison={comparison} />
      {(["real", "draft"] as const).map((side) => (
        <section key={side} aria-labelledby={`side-${side}`}>
          <div className="mb-1.5 flex items-center justify-between gap-2">
            <h3 id={`side-${side}`} className="text-sm font-semibold">
              {t(`what_if.${side}`)}
            </h3>
            <StatusBadge status={comparison[side].status} />
          </div>
          <div className="space-y-2 rounded-lg bg-thread p-3">
            <Bubbles lines={comparison[side].transcript} />
          </div>
        </section>
      ))}
    </div>
  );
}

type Comparison = Schema<"Comparison">;

function First({ comparison: { same, first, differences } }: { comparison: Comparison }) {
  const { t } = useTranslation("flow-panels");
  if (same || !first)
    return (
      <p role="status" className="flex gap-2 rounded-md border border-success/40 bg-success/10 p-2.5 text-success">
        <CircleCheck className="size-5 shrink-0" aria-hidden /> {t("what_if.same")}
      </p>
    );
  return (
    <div role="status" className="space-y-1 rounded-md border border-warning/40 bg-warning/10 p-2.5">
      <p className="flex gap-2 font-medium text-warning">
        <Split className="size-5 shrink-0" aria-hidden />
        {t("what_if.first", { kind: t(`difference.${first.kind}`), node: first.node })}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1 text-xs">
        <dt>{t("what_if.real")}</dt>
        <dd className="min-w-0 break-words whitespace-pre-wrap">{sideText(first.real)}</dd>
        <dt>{t("what_if.draft")}</dt>
        <dd className="min-w-0 break-words whitespace-pre-wrap">{sideText(first.draft)}</dd>
      </dl>
      {differences.length > 1 && (
        <p className="text-xs text-muted-foreground">{t("what_if.more", { count: differences.length - 1 })}</p>
      )}
    </div>
  );
}

/** The steps of both, one beside the other; from where they part, marked. */
function SideBySide({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation("flow-panels");
  const text = (step: Schema<"Step"> | null | undefined) =>
    step ? `${step.node} · ${t(`events.${step.event}`, { defaultValue: step.event })}` : "–";
  return (
    <table className="w-full table-fixed text-xs">
      <caption className="sr-only">{t("what_if.steps")}</caption>
      <thead className="text-left text-muted-foreground">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            {t("what_if.real")}
          </th>
          <th scope="col" className="pb-1 font-medium">
            {t("what_if.draft")}
          </th>
        </tr>
      </thead>
      <tbody>
        {comparison.steps.map((step, at) => (
          <tr key={at} className={cn("border-t", !step.same && "bg-warning/10")}>
            <td className="py-1 pr-2 break-words">{text(step.real)}</td>
            <td className="py-1 break-words">
              {!step.same && <span className="sr-only">{t("what_if.other")} </span>}
              {text(step.draft)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
