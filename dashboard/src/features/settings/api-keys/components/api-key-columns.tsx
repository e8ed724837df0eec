import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import { formatDateTime } from "@/lib/format";
import type { ApiKey } from "../api/list-api-keys";
import { ApiKeyActions } from "./api-key-actions";
import { ScopeList } from "./scope-list";

/** The columns of the list of API keys. */
export function useApiKeyColumns(onShown: (shown: Schema<"ShownApiKey">) => void): Column<ApiKey>[] {
  const { t } = useTranslation("settings");
  return [
    {
      id: "name",
      header: t("api-keys.name"),
      cell: (row) => (
        <>
          <p className="font-medium">{row.name}</p>
          <p className="font-mono text-xs text-muted-foreground">{`${row.prefix}…`}</p>
        </>
      ),
    },
    { id: "owner", header: t("api-keys.owner"), cell: (row) => row.user_name },
    { id: "scopes", header: t("api-keys.scopes"), cell: (row) => <ScopeList scopes={row.scopes} /> },
    { id: "expires", header: t("api-keys.expires"), cell: (row) => <Expiry at={row.expires_at} /> },
    {
      id: "used",
      header: t("api-keys.last-use"),
      cell: (row) =>
        row.last_used_at ? (
          <RelativeTime at={row.last_used_at} className="whitespace-nowrap" />
        ) : (
          <span className="text-muted-foreground">{t("api-keys.unused")}</span>
        ),
    },
    {
      id: "actions",
      header: t("invitations.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => <ApiKeyActions apiKey={row} onShown={onShown} />,
    },
  ];
}

function Expiry({ at }: { at: string | null }) {
  const { t } = useTranslation("settings");
  const now = useNow();
  if (at === null) return <span className="text-muted-foreground">{t("api-keys.never-expires")}</span>;
  if (new Date(at).getTime() <= now) return <Badge variant="destructive">{t("api-keys.expired")}</Badge>;
  return <span className="whitespace-nowrap">{formatDateTime(at)}</span>;
}
