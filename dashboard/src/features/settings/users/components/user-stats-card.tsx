import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDuration, formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { userStatsQuery } from "../api/get-user-stats";

/** What a person did lately. */
export function UserStatsCard({ userId }: { userId: string }) {
  const { t } = useTranslation("settings");
  const stats = useQuery(userStatsQuery(userId));
  return (
    <SettingsCard title={t("users.stats")}>
      <Loaded query={stats} skeleton={<Skeleton className="h-10 w-full" />}>
        {(data) => (
          <Facts
            items={[
              { label: t("users.handled-today"), value: formatNumber(data.handled_today) },
              {
                label: t("users.in-hand"),
                value: t("users.of-capacity", {
                  used: formatNumber(data.open_conversations),
                  capacity: formatNumber(data.capacity),
                }),
              },
              { label: t("users.resolved"), value: formatNumber(data.resolved_last_7_days) },
              {
                label: t("users.first-response"),
                value:
                  data.average_first_response_seconds === null
                    ? null
                    : formatDuration(data.average_first_response_seconds),
              },
            ]}
          />
        )}
      </Loaded>
    </SettingsCard>
  );
}
