import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SectionCard } from "@/components/section-card";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Skeleton } from "@/components/ui/skeleton";
import { formatNumber } from "@/lib/format";
import { socketStatsQuery } from "../api/get-socket-stats";

/** How many sockets are open in the whole installation, and whether they keep up. */
export function SocketStats() {
  const { t } = useTranslation("platform");
  const stats = useQuery(socketStatsQuery);
  return (
    <SectionCard title={t("sockets.title")}>
      <Loaded query={stats} skeleton={<Skeleton className="h-10 w-full" />}>
        {(data) => (
          <Facts
            items={(["sockets", "processes", "tenants", "lag", "dropped"] as const).map((name) => ({
              label: t(`sockets.${name}`),
              value: formatNumber(data[name]),
            }))}
          />
        )}
      </Loaded>
    </SectionCard>
  );
}
