import { useInfiniteQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { FilterSelect } from "@/components/filter-select";
import { SectionPage } from "../components/section-page";
import { invitationsQuery, type InvitationState } from "./api/list-invitations";
import { InviteDialog } from "./components/invite-dialog";
import { useInvitationColumns } from "./components/invitation-columns";

const STATES: readonly InvitationState[] = ["open", "accepted", "expired", "revoked"];

/** Who was asked to join, and what became of it. */
export function Section() {
  const { t } = useTranslation("settings");
  const [params, setParams] = useSearchParams();
  const status = STATES.find((state) => state === params.get("status")) ?? null;
  const query = useInfiniteQuery(invitationsQuery(status));
  const rows = query.data?.pages.flatMap((page) => page.items);
  const columns = useInvitationColumns();
  return (
    <SectionPage
      title={t("sections.invitations.title")}
      description={t("sections.invitations.description")}
      actions={<InviteDialog />}
    >
      <div className="mb-4">
        <FilterSelect
          label={t("invitations.state")}
          all={t("invitations.all")}
          value={status ?? ""}
          onChange={(value) => setParams(value ? { status: value } : {}, { replace: true })}
          options={STATES.map((state) => ({ value: state, label: t(`invitations.states.${state}`) }))}
        />
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {rows?.length === 0 && (
        <EmptyState icon={MailPlus} title={t("invitations.none")} description={t("invitations.none-hint")} />
      )}
      {!query.error && rows?.length !== 0 && (
        <div className="rounded-lg border bg-card">
          <DataTable label={t("sections.invitations.title")} columns={columns} rows={rows} rowId={(row) => row.id} />
        </div>
      )}
      <LoadMore query={query} />
    </SectionPage>
  );
}
