import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDuration, formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { queueQuery } from "../api/get-queue";

/** What waits in a department now, and who could take it. */
export function QueueCard({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation("settings");
  const queue = useQuery(queueQuery(departmentId));
  return (
    <SettingsCard
      title={t("departments.queue")}
      action={
        queue.data && (
          <Badge variant={queue.data.is_open ? "success" : "secondary"}>
            {t(queue.data.is_open ? "departments.open" : "departments.closed")}
          </Badge>
        )
      }
    >
      <Loaded query={queue} skeleton={<Skeleton className="h-10 w-full" />}>
        {(data) => (
          <Facts
            items={[
              { label: t("departments.waiting"), value: formatNumber(data.waiting) },
              {
                label: t("departments.oldest"),
                value: data.oldest_waiting_since ? <RelativeTime at={data.oldest_waiting_since} /> : null,
              },
              {
                label: t("departments.estimated"),
                value: data.estimated_wait_seconds === null ? null : formatDuration(data.estimated_wait_seconds),
              },
              { label: t("departments.online"), value: formatNumber(data.agents_online) },
              { label: t("departments.available"), value: formatNumber(data.agents_available) },
            ]}
          />
        )}
      </Loaded>
    </SettingsCard>
  );
}
