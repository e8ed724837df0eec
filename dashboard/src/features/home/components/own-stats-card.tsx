import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDuration, formatNumber } from "@/lib/format";
import { ownStatsQuery } from "../api/get-own-stats";
import { HomeCard } from "./home-card";

/** What one did oneself. */
export function OwnStatsCard() {
  const { t } = useTranslation("home");
  const me = useMe();
  const stats = useQuery(ownStatsQuery(me.id));
  return (
    <HomeCard title={t("own.title")}>
      <Loaded query={stats} skeleton={<Skeleton className="h-16 w-full" />}>
        {(data) => (
          <Facts
            className="grid-cols-2"
            items={[
              { label: t("own.handled"), value: formatNumber(data.handled_today) },
              { label: t("own.in-hand"), value: formatNumber(data.open_conversations) },
              { label: t("own.resolved"), value: formatNumber(data.resolved_last_7_days) },
              {
                label: t("own.first-response"),
                value:
                  data.average_first_response_seconds === null
                    ? null
                    : formatDuration(data.average_first_response_seconds),
              },
            ]}
          />
        )}
      </Loaded>
    </HomeCard>
  );
}
