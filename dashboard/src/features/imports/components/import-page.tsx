import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { importQuery, isUnderWay, type Import } from "../api/get-import";
import { useImportsLive } from "../hooks/use-imports-live";
import { CheckedImport } from "./checked-import";
import { ImportProgress } from "./import-progress";
import { RealImport } from "./real-import";
import { StateBadge } from "./state-badge";
import { WizardSteps } from "./wizard-steps";

/** One import: what a file would do, or what it does and did. */
export function ImportPage({ importId }: { importId: string }) {
  const query = useQuery(importQuery(importId));
  useImportsLive();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-5xl gap-5 px-4 py-5 sm:px-6">
        {query.isPending ? (
          <Skeleton className="h-60 w-full" />
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <OpenImport importing={query.data} />
        )}
      </div>
    </div>
  );
}

function OpenImport({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  usePageTitle(importing.filename);
  const isLooking = importing.is_dry_run && isUnderWay(importing);
  return (
    <>
      <PageHeader
        back="/imports"
        title={importing.filename}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <StateBadge importing={importing} />
            <RelativeTime at={importing.created_at} />
          </span>
        }
      />
      {isLooking && (
        <>
          <WizardSteps at="columns" />
          <p role="status">{t("check.looking")}</p>
          <ImportProgress importing={importing} />
        </>
      )}
      {importing.is_dry_run && !isLooking && <CheckedImport key={importing.id} importing={importing} />}
      {!importing.is_dry_run && <RealImport importing={importing} />}
    </>
  );
}
