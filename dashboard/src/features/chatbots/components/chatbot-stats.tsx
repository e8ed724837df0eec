import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { dayOf, formatNumber } from "@/lib/format";
import { chatbotStatsQuery } from "../api/get-chatbot-stats";
import { daysOfSessions } from "../utils/days-of-sessions";
import { SessionsChart } from "./sessions-chart";

const ENDS = ["completed", "transferred", "expired", "failed", "cancelled"] as const;

/** The last thirty days of a chatbot: totals, a bar for each day, and how sessions ended. */
export function ChatbotStats({ chatbot }: { chatbot: Schema<"ChatbotRow"> }) {
  const { t } = useTranslation("chatbots");
  const stats = useQuery(chatbotStatsQuery(chatbot.id));
  if (stats.isPending) return <Skeleton className="h-56 rounded-xl" />;
  if (stats.isError) return <ErrorState error={stats.error} onRetry={() => void stats.refetch()} />;
  const { data } = stats;
  const totals = [
    [t("stats.sessions"), data.sessions],
    [t("stats.contacts"), data.contacts],
    [t("stats.messages"), data.messages],
    [t("numbers.phones"), chatbot.numbers],
  ] as const;
  return (
    <Card className="gap-4 p-4">
      <h2 className="text-base font-semibold">{t("stats.title")}</h2>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {totals.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-muted-foreground">{name}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <SessionsChart days={daysOfSessions(data, dayOf(new Date().toISOString()))} />
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {ENDS.map((end) => (
          <div key={end} className="flex gap-1.5">
            <dt className="text-muted-foreground">{t(`ends.${end}`)}</dt>
            <dd className="font-medium tabular-nums">{formatNumber(data.by_status[end] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
