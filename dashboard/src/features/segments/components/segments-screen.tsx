import { useQuery } from "@tanstack/react-query";
import { FilterIcon, PlusIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { segmentsQuery } from "@/api/segments/list-segments";
import type { Schema } from "@/api/types";
import { ContactsNav } from "@/components/contacts/contacts-nav";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { SearchInput } from "@/components/search-input";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";

function SegmentItem({ segment }: { segment: Schema<"SegmentRow"> }) {
  const { t } = useTranslation("segments");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <Link to={`/segments/${segment.id}`} className="font-medium text-primary underline-offset-4 hover:underline">
          {segment.name}
        </Link>
        {segment.description && <p className="truncate text-muted-foreground">{segment.description}</p>}
      </div>
      <RelativeTime at={segment.updated_at} className="text-xs text-muted-foreground" />
      <Button asChild variant="outline" size="sm">
        <Link to={`/contacts?segment=${segment.id}`} aria-label={t("list.seeContactsOf", { name: segment.name })}>
          {t("list.seeContacts")}
        </Link>
      </Button>
    </li>
  );
}

/** The stored filters of contacts. */
export function SegmentsScreen() {
  const { t } = useTranslation("segments");
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const query = useQuery(segmentsQuery(q));
  const mayManage = useMay("contacts:manage");
  usePageTitle(t("list.title"));
  const add = mayManage && (
    <Button asChild size="sm">
      <Link to="/segments/new">
        <PlusIcon aria-hidden />
        {t("list.new")}
      </Link>
    </Button>
  );
  return (
    <div className="h-full overflow-y-auto">
      <div className="grid w-full gap-4 px-4 py-5 sm:px-6">
        <PageHeader title={t("list.title")} description={t("list.description")} actions={add} />
        <div className="border-b">
          <ContactsNav />
        </div>
        <SearchInput
          className="w-full sm:w-72"
          value={q}
          label={t("list.search")}
          onChange={(next) => setParams(next ? { q: next } : {}, { replace: true })}
        />
        {query.isPending && <Skeleton className="h-40 w-full" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.length === 0 && (
          <EmptyState
            icon={FilterIcon}
            title={t(q ? "common:nothingFound" : "list.none")}
            description={q ? undefined : t("list.noneHint")}
            action={q ? undefined : add}
          />
        )}
        {query.data && query.data.length > 0 && (
          <ul className="divide-y rounded-lg border bg-card">
            {query.data.map((segment) => (
              <SegmentItem key={segment.id} segment={segment} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
