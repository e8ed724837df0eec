import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { rolesQuery, type Role } from "@/api/roles/list-roles";
import { EmptyState } from "@/components/empty-state";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { PermissionMatrix } from "../../components/permission-matrix";
import { SectionPage } from "../../components/section-page";
import { SettingsCard } from "../../components/settings-card";
import { useRoleName } from "../../utils/use-role-name";
import { DeleteRole } from "./delete-role";
import { RoleForm } from "./role-form";

/** No role has this code: those are letters, digits and underscores. */
const NEW = "~new";

/** One role: what it may. The built-in ones are only shown. */
export function RolePage({ code }: { code: string }) {
  const { t } = useTranslation("settings");
  const nameOf = useRoleName();
  const roles = useQuery(rolesQuery);
  const role = roles.data?.find((one) => one.code === code);
  const title = code === NEW ? t("roles.add") : nameOf(code, role?.name);
  return (
    <SectionPage title={title} back={{ to: "/settings/roles", label: t("sections.roles.title") }}>
      <Loaded query={roles}>
        {(all) => {
          const offered = [...new Set(all.flatMap((one) => one.permissions))];
          if (code === NEW) return <RoleForm offered={offered} />;
          if (!role) return <EmptyState icon={SearchX} title={t("roles.none")} />;
          return role.is_built_in ? (
            <BuiltIn role={role} offered={offered} />
          ) : (
            <OwnRole role={role} offered={offered} />
          );
        }}
      </Loaded>
    </SectionPage>
  );
}

type Props = { role: Role; offered: string[] };

function BuiltIn({ role, offered }: Props) {
  const { t } = useTranslation("settings");
  return (
    <SettingsCard
      title={t("roles.may")}
      description={t(`roles.built-in.${role.code}`)}
      action={<Badge variant="secondary">{t("roles.is-built-in")}</Badge>}
    >
      <p className="mb-3 text-sm text-muted-foreground">{t("roles.built-in-hint")}</p>
      <PermissionMatrix offered={offered} chosen={role.permissions} allowed={[]} />
    </SettingsCard>
  );
}

/** Nobody changes or deletes a role that may more than they do. */
function OwnRole({ role, offered }: Props) {
  const { t } = useTranslation("settings");
  const { permissions } = useMe();
  const isBeyond = role.permissions.some((one) => !permissions.includes(one));
  return (
    <>
      {isBeyond && <p className="mb-3 text-sm text-warning">{t("roles.beyond")}</p>}
      <RoleForm key={role.code} role={role} offered={offered} disabled={isBeyond} />
      {!isBeyond && role.id && <DeleteRole roleId={role.id} users={role.users} />}
    </>
  );
}
