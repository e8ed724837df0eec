import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/empty-state";
import { Loaded } from "@/components/loaded";
import { LoadMore } from "@/components/load-more";
import { SectionPage } from "../components/section-page";
import { entriesQuery } from "./api/list-entries";
import { AuditFiltersBar } from "./components/audit-filters-bar";
import { AuditEntryItem } from "./components/audit-entry-item";
import { ExportDialog } from "./components/export-dialog";
import { VerifyButton } from "./components/verify-button";
import { useAuditFilters } from "./utils/use-audit-filters";

/** Who did and saw what, the newest first. */
export function Section() {
  const { t } = useTranslation("settings");
  const { filters } = useAuditFilters();
  const query = useInfiniteQuery(entriesQuery(filters));
  const entries = query.data?.pages.flatMap((page) => page.items);
  return (
    <SectionPage
      title={t("sections.audit.title")}
      description={t("audit.hint")}
      actions={
        <>
          <VerifyButton />
          <ExportDialog />
        </>
      }
    >
      <AuditFiltersBar />
      <Loaded query={{ ...query, data: entries }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={ScrollText} title={t("audit.none")} description={t("audit.none-hint")} />
          ) : (
            <ul className="divide-y rounded-lg border bg-card">
              {items.map((entry) => (
                <AuditEntryItem key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </SectionPage>
  );
}
