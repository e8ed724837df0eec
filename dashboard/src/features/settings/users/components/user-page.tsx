import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay, useMe } from "@/api/me/get-me";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { formatDateTime } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { SettingsCard } from "../../components/settings-card";
import { userQuery } from "../api/get-user";
import { UserForm } from "./user-form";
import { UserLogin } from "./user-login";
import { UserStatsCard } from "./user-stats-card";

/** One person: what they did lately, what the company says of them, whether they can log in. */
export function UserPage({ userId }: { userId: string }) {
  const { t } = useTranslation("settings");
  const me = useMe();
  const user = useQuery(userQuery(userId));
  const mayManage = useMay("users:manage");
  return (
    <SectionPage
      title={user.data?.name ?? t("users.one")}
      description={user.data?.email}
      back={{ to: "/settings/users", label: t("sections.users.title") }}
    >
      <Loaded query={user}>
        {(data) => (
          <>
            <SettingsCard
              title={t("users.login")}
              action={
                <Badge variant={data.is_active ? "success" : "secondary"}>
                  {t(data.is_active ? "users.active" : "users.inactive")}
                </Badge>
              }
            >
              <Facts
                items={[
                  {
                    label: t("users.last-login"),
                    value: data.last_login_at ? formatDateTime(data.last_login_at) : t("users.never"),
                  },
                  { label: t("users.email"), value: t(data.email_verified_at ? "users.verified" : "users.unverified") },
                  { label: t("users.second-factor"), value: t(data.has_two_factor ? "users.on" : "users.off") },
                  { label: t("users.since"), value: formatDateTime(data.created_at, { dateStyle: "medium" }) },
                ]}
              />
            </SettingsCard>
            <UserStatsCard userId={data.id} />
            <UserForm user={data} disabled={!mayManage} />
            {mayManage && data.id !== me.id && <UserLogin user={data} />}
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
