import { useInfiniteQuery } from "@tanstack/react-query";
import { Server } from "lucide-react";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { Listed } from "../../kit/listed";
import { useTexts } from "../../kit/use-texts";
import { hostPagesQuery, type ApiHost } from "../api/list-host-pages";

/** How the services that flows call have been answering. */
export function HostsCard() {
  const { t } = useTexts();
  const query = useInfiniteQuery(hostPagesQuery);
  const columns: Column<ApiHost>[] = [
    {
      id: "host",
      header: t("hosts.host"),
      className: "whitespace-normal break-all",
      cell: (row) => (
        <>
          {row.host} {row.failures_in_a_row > 0 && <Badge variant="destructive">{t("hosts.failing")}</Badge>}
          {row.last_error && row.failures_in_a_row > 0 && (
            <p className="text-xs text-muted-foreground">{row.last_error}</p>
          )}
        </>
      ),
    },
    { id: "successes", header: t("hosts.successes"), cell: (row) => formatNumber(row.successes) },
    { id: "failures", header: t("hosts.failures"), cell: (row) => formatNumber(row.failures) },
    {
      id: "last",
      header: t("hosts.last"),
      cell: (row) => (row.last_success_at ? <RelativeTime at={row.last_success_at} /> : t("secrets.never")),
    },
    {
      id: "ms",
      header: t("hosts.time"),
      cell: (row) => (typeof row.last_ms === "number" ? t("hosts.ms", { ms: formatNumber(row.last_ms) }) : "—"),
    },
  ];
  return (
    <SettingsCard title={t("hosts.title")} description={t("hosts.hint")}>
      <Listed
        label={t("hosts.title")}
        icon={Server}
        none={t("hosts.none")}
        noneHint={t("hosts.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SettingsCard>
  );
}
