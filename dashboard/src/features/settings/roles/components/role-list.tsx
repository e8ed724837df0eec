import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { rolesQuery, type Role } from "@/api/roles/list-roles";
import { DataTable, type Column } from "@/components/data-table";
import { ErrorState } from "@/components/error-state";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { useRoleName } from "../../utils/use-role-name";

/** The roles: how many have each, and how much it may. */
export function RoleList() {
  const { t } = useTranslation("settings");
  const nameOf = useRoleName();
  const roles = useQuery(rolesQuery);
  const columns: Column<Role>[] = [
    {
      id: "name",
      header: t("roles.role"),
      cell: (role) => (
        <>
          <Link to={`/settings/roles/${role.code}`} className="font-medium underline-offset-4 hover:underline">
            {nameOf(role.code, role.name)}
          </Link>
          <p className="text-xs text-muted-foreground">
            {role.is_built_in ? t(`roles.built-in.${role.code}`) : role.description}
          </p>
        </>
      ),
    },
    {
      id: "kind",
      header: t("roles.kind"),
      cell: (role) => (
        <Badge variant={role.is_built_in ? "secondary" : "outline"}>
          {t(role.is_built_in ? "roles.is-built-in" : "roles.is-own")}
        </Badge>
      ),
    },
    { id: "users", header: t("roles.users"), cell: (role) => formatNumber(role.users) },
    { id: "permissions", header: t("roles.permissions"), cell: (role) => formatNumber(role.permissions.length) },
  ];
  return (
    <SectionPage
      title={t("sections.roles.title")}
      description={t("sections.roles.description")}
      actions={
        <Button asChild>
          <Link to="/settings/roles/~new">
            <Plus aria-hidden />
            {t("roles.add")}
          </Link>
        </Button>
      }
    >
      {roles.error ? (
        <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
      ) : (
        <div className="rounded-lg border bg-card">
          <DataTable
            label={t("sections.roles.title")}
            columns={columns}
            rows={roles.data}
            rowId={(role) => role.code}
          />
        </div>
      )}
    </SectionPage>
  );
}
