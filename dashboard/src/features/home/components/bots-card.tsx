import { useQueries, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { chatbotsQuery } from "@/api/chatbots/list-chatbots";
import { ErrorState } from "@/components/error-state";
import { Facts } from "@/components/facts";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/hooks/use-now";
import { dayOf, formatNumber } from "@/lib/format";
import { botStatsQuery } from "../api/get-bot-stats";
import { daysOf } from "../utils/days";
import { HomeCard } from "./home-card";

const SessionsChart = lazy(async () => ({ default: (await import("./sessions-chart")).SessionsChart }));
/** Of how many chatbots the numbers are added up; a company has few. */
const MOST = 10;

/** What the bots did in the last thirty days. */
export function BotsCard() {
  const { t } = useTranslation("home");
  const today = dayOf(new Date(useNow()).toISOString());
  const chatbots = useQuery(chatbotsQuery());
  const active = (chatbots.data?.items ?? []).filter((one) => one.is_active).slice(0, MOST);
  const { stats, isLoading } = useQueries({
    queries: active.map((one) => botStatsQuery(one.id)),
    combine: (results) => ({
      stats: results.flatMap((one) => (one.data ? [one.data] : [])),
      isLoading: results.some((one) => one.isLoading),
    }),
  });
  const sum = (pick: (one: (typeof stats)[number]) => number) =>
    formatNumber(stats.reduce((all, one) => all + pick(one), 0));
  return (
    <HomeCard
      title={t("bots.title")}
      action={
        <Button asChild variant="link" size="sm">
          <Link to="/chatbots">{t("bots.all")}</Link>
        </Button>
      }
    >
      {chatbots.error && <ErrorState error={chatbots.error} onRetry={() => void chatbots.refetch()} />}
      {(chatbots.isLoading || isLoading) && <Skeleton className="h-52 w-full" />}
      {chatbots.data && active.length === 0 && <p className="text-sm text-muted-foreground">{t("bots.none")}</p>}
      {active.length > 0 && !isLoading && (
        <div className="grid gap-4">
          <Facts
            items={[
              { label: t("bots.sessions"), value: sum((one) => one.sessions) },
              { label: t("bots.contacts"), value: sum((one) => one.contacts) },
              { label: t("bots.messages"), value: sum((one) => one.messages) },
              { label: t("bots.completed"), value: sum((one) => one.by_status.completed ?? 0) },
              { label: t("bots.transferred"), value: sum((one) => one.by_status.transferred ?? 0) },
            ]}
          />
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <SessionsChart days={daysOf(stats, today)} />
          </Suspense>
        </div>
      )}
    </HomeCard>
  );
}
