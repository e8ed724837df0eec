import { useQuery } from "@tanstack/react-query";
import { MailPlus, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay } from "@/api/me/get-me";
import { usersQuery } from "@/api/users/list-users";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Pager } from "@/components/pager";
import { Button } from "@/components/ui/button";
import { SectionPage } from "../../components/section-page";
import { useUserFilters } from "../hooks/use-user-filters";
import { UserFiltersBar } from "./user-filters-bar";
import { useUserColumns } from "./user-columns";

/** The company's people: who they are, what they may, whether they are there. */
export function UserList() {
  const { t } = useTranslation("settings");
  const mayManage = useMay("users:manage");
  const { filters, sortBy, order, page, pageSize, choose } = useUserFilters();
  const users = useQuery(usersQuery(filters));
  const columns = useUserColumns();
  return (
    <SectionPage
      title={t("sections.users.title")}
      description={t("sections.users.description")}
      actions={
        mayManage && (
          <Button asChild>
            <Link to="/settings/invitations?new=1">
              <MailPlus aria-hidden />
              {t("users.invite")}
            </Link>
          </Button>
        )
      }
    >
      <UserFiltersBar />
      {users.error && <ErrorState error={users.error} onRetry={() => void users.refetch()} />}
      {users.data?.items.length === 0 && <EmptyState icon={Users} title={t("users.none")} />}
      {!users.error && users.data?.items.length !== 0 && (
        <div className="rounded-lg border bg-card">
          <DataTable
            label={t("sections.users.title")}
            columns={columns}
            rows={users.data?.items}
            rowId={(user) => user.id}
            sort={{ by: sortBy, order }}
            onSort={(sort) => choose({ sort: sort.by, order: sort.order })}
          />
        </div>
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={users.data?.total ?? 0}
        onPage={(next) => choose({ page: String(next) })}
      />
    </SectionPage>
  );
}
