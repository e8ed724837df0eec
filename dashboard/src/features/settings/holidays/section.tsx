import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { DataTable } from "@/components/data-table";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { SectionPage } from "../components/section-page";
import { useTexts } from "../kit/use-texts";
import { holidaysQuery } from "./api/list-holidays";
import { publicHolidaysQuery } from "./api/list-public-holidays";
import { AddHolidayDialog } from "./components/add-holiday-dialog";
import { useHolidayColumns } from "./components/holiday-columns";
import { yearOf } from "./utils/merge";

/** A year's holidays: the public ones, and the company's own. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const [params, setParams] = useSearchParams();
  const year = Number(params.get("year")) || new Date().getFullYear();
  const mayChange = useMay("settings:manage");
  const { own, publicDays, error, retry } = useYear(year);
  const columns = useHolidayColumns(mayChange);
  const rows = own && publicDays ? yearOf(year, own, publicDays) : undefined;
  return (
    <SectionPage
      title={frame("sections.holidays.title")}
      description={frame("sections.holidays.description")}
      actions={mayChange && <AddHolidayDialog year={year} />}
    >
      <YearPicker year={year} onChange={(next) => setParams({ year: String(next) }, { replace: true })} />
      {error && !rows ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <div className="overflow-x-auto rounded-lg border bg-card">
          <DataTable
            label={frame("sections.holidays.title")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.own?.id ?? row.day}
          />
        </div>
      )}
    </SectionPage>
  );
}

/** What a year holds; the company's own days are few, so all pages of them are read. */
function useYear(year: number) {
  const own = useInfiniteQuery(holidaysQuery);
  const publicDays = useQuery(publicHolidaysQuery(year));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = own;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    own: own.data?.pages.flatMap((page) => page.items),
    publicDays: publicDays.data,
    error: own.error ?? publicDays.error,
    retry: () => void Promise.all([own.refetch(), publicDays.refetch()]),
  };
}

function YearPicker({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const { t } = useTexts();
  return (
    <div className="mb-3 flex items-center gap-1">
      <Button variant="outline" size="icon-sm" aria-label={t("holidays.before")} onClick={() => onChange(year - 1)}>
        <ChevronLeft aria-hidden />
      </Button>
      <h2 className="min-w-16 text-center text-sm font-semibold tabular-nums" aria-live="polite">
        {year}
      </h2>
      <Button variant="outline" size="icon-sm" aria-label={t("holidays.after")} onClick={() => onChange(year + 1)}>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
