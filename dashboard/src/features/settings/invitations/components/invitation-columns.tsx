import { useTranslation } from "react-i18next";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { formatDateTime } from "@/lib/format";
import { useRoleName } from "../../utils/use-role-name";
import type { Invitation } from "../api/list-invitations";
import { InvitationActions } from "./invitation-actions";

const TONES = { open: "info", accepted: "success", expired: "warning", revoked: "secondary" } as const;

/** The columns of the list of invitations. */
export function useInvitationColumns(): Column<Invitation>[] {
  const { t } = useTranslation("settings");
  const nameOf = useRoleName();
  return [
    {
      id: "email",
      header: t("invitations.who"),
      cell: (row) => (
        <>
          <p className="font-medium">{row.name}</p>
          <p className="text-xs text-muted-foreground">{row.email}</p>
        </>
      ),
    },
    { id: "role", header: t("users.role"), cell: (row) => nameOf(row.role) },
    {
      id: "status",
      header: t("invitations.state"),
      cell: (row) => <Badge variant={TONES[row.status]}>{t(`invitations.states.${row.status}`)}</Badge>,
    },
    {
      id: "sent",
      header: t("invitations.sent"),
      cell: (row) => <RelativeTime at={row.created_at} className="whitespace-nowrap" />,
    },
    {
      id: "expires",
      header: t("invitations.expires"),
      cell: (row) =>
        row.status === "open" ? <span className="whitespace-nowrap">{formatDateTime(row.expires_at)}</span> : null,
    },
    {
      id: "actions",
      header: t("invitations.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => <InvitationActions invitation={row} />,
    },
  ];
}
