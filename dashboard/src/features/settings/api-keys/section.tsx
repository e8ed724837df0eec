import { useInfiniteQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { SectionPage } from "../components/section-page";
import { apiKeysQuery } from "./api/list-api-keys";
import { useApiKeyColumns } from "./components/api-key-columns";
import { CreateKeyDialog } from "./components/create-key-dialog";
import { ShownKeyDialog } from "./components/shown-key-dialog";

/** The company's API keys; a key's text is shown once, when it is made. */
export function Section() {
  const { t } = useTranslation("settings");
  const [shown, setShown] = useState<Schema<"ShownApiKey"> | null>(null);
  const query = useInfiniteQuery(apiKeysQuery);
  const rows = query.data?.pages.flatMap((page) => page.items);
  const columns = useApiKeyColumns(setShown);
  return (
    <SectionPage
      title={t("sections.api-keys.title")}
      description={t("sections.api-keys.description")}
      actions={<CreateKeyDialog onMade={setShown} />}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {rows?.length === 0 && (
        <EmptyState icon={KeyRound} title={t("api-keys.none")} description={t("api-keys.none-hint")} />
      )}
      {!query.error && rows?.length !== 0 && (
        <div className="rounded-lg border bg-card">
          <DataTable label={t("sections.api-keys.title")} columns={columns} rows={rows} rowId={(row) => row.id} />
        </div>
      )}
      <LoadMore query={query} />
      <ShownKeyDialog shown={shown} onClose={() => setShown(null)} />
    </SectionPage>
  );
}
