import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMay } from "@/api/me/get-me";
import { agentsQuery } from "@/api/users/list-agents";
import type { User } from "@/api/users/list-users";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { UserAvatar } from "@/components/user-avatar";
import { useRoleName } from "../../utils/use-role-name";

/** The columns of the list of people, with who is there now. */
export function useUserColumns(): Column<User>[] {
  const { t } = useTranslation("settings");
  const nameOf = useRoleName();
  const names = useQuery({ ...departmentDirectoryQuery, enabled: useMay("conversations:handle") }).data?.items ?? [];
  const online = useQuery(agentsQuery).data ?? [];
  const departments = new Map(names.map((one) => [one.id, one.name]));
  const statuses = new Map(online.map((one) => [one.id, one.status]));
  return [
    {
      id: "name",
      header: t("users.name"),
      sortable: true,
      cell: (user) => (
        <div className="flex items-center gap-2.5">
          <UserAvatar
            name={user.name}
            userId={user.id}
            hasAvatar={user.has_avatar}
            status={statuses.get(user.id) ?? "offline"}
          />
          <div className="min-w-0">
            <Link to={`/settings/users/${user.id}`} className="font-medium underline-offset-4 hover:underline">
              {user.name}
            </Link>
            <p className="truncate text-xs text-muted-foreground">{user.email}</p>
          </div>
        </div>
      ),
    },
    { id: "role", header: t("users.role"), sortable: true, cell: (user) => nameOf(user.role) },
    {
      id: "departments",
      header: t("users.departments"),
      cell: (user) => (
        <span className="text-muted-foreground">
          {user.department_ids
            .map((id) => departments.get(id))
            .filter((name) => name !== undefined)
            .join(", ")}
        </span>
      ),
    },
    {
      id: "state",
      header: t("users.state"),
      cell: (user) => (
        <span className="flex flex-wrap gap-1">
          <Badge variant={user.is_active ? "success" : "secondary"}>
            {t(user.is_active ? "users.active" : "users.inactive")}
          </Badge>
          {user.has_two_factor && <Badge variant="outline">{t("users.two-factor")}</Badge>}
        </span>
      ),
    },
    {
      id: "last_login_at",
      header: t("users.last-login"),
      sortable: true,
      cell: (user) =>
        user.last_login_at ? (
          <RelativeTime at={user.last_login_at} className="whitespace-nowrap" />
        ) : (
          <span className="text-muted-foreground">{t("users.never")}</span>
        ),
    },
  ];
}
