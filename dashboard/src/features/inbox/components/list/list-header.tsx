import { FilterIcon, ListChecksIcon, PanelLeftIcon } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { SearchInput } from "@/components/search-input";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { countFilters, filtersOf, viewOf, withFilters } from "../../utils/filters";
import { useSelection } from "../../stores/selection";
import { IconAction } from "../actions/icon-action";
import { FilterForm } from "./filter-form-later";
import { ViewsNav } from "./views-nav";

/** The head of the list: which view it is, a search, and the filters. */
export function ListHeader() {
  const { t } = useTranslation("inbox");
  const [params, setParams] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const count = countFilters(params);
  const maySelect = useMay("conversations:manage");
  const { isSelecting, setSelecting } = useSelection();
  return (
    <header className="grid gap-2 border-b p-2.5">
      <div className="flex items-center gap-1">
        <IconAction
          className="xl:hidden"
          icon={PanelLeftIcon}
          label={t("views.open_menu")}
          onClick={() => setOpen(true)}
        />
        <h1 className="truncate px-1 text-sm font-semibold">
          <span className="sr-only">{t("layout.title")}: </span>
          {t(`views.${viewOf(params)}`)}
        </h1>
        {maySelect && (
          <IconAction
            className="ml-auto"
            icon={ListChecksIcon}
            label={t("list.selecting")}
            aria-pressed={isSelecting}
            onClick={() => setSelecting(!isSelecting)}
          />
        )}
        <Popover>
          <PopoverTrigger asChild>
            <Button variant={count ? "secondary" : "ghost"} size="sm" className={maySelect ? "" : "ml-auto"}>
              <FilterIcon aria-hidden /> {count ? t("filters.count", { count }) : t("filters.title")}
            </Button>
          </PopoverTrigger>
          <PopoverContent align="end" className="max-h-[75dvh] w-80 overflow-y-auto">
            <Suspense fallback={<Skeleton className="h-96" />}>
              <FilterForm />
            </Suspense>
          </PopoverContent>
        </Popover>
      </div>
      <SearchInput
        value={filtersOf(params).q ?? ""}
        label={t("filters.q")}
        onChange={(q) => setParams(withFilters(params, { q: q || null }), { replace: true })}
      />
      <Sheet open={isOpen} onOpenChange={setOpen}>
        <SheetContent side="left" className="sm:max-w-72">
          <SheetHeader>
            <SheetTitle>{t("views.title")}</SheetTitle>
            <SheetDescription className="sr-only">{t("views.open_menu")}</SheetDescription>
          </SheetHeader>
          <ViewsNav onChosen={() => setOpen(false)} />
        </SheetContent>
      </Sheet>
    </header>
  );
}
