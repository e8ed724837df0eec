import { useQuery } from "@tanstack/react-query";
import { XIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { segmentsQuery } from "@/api/segments/list-segments";
import { tagsQuery } from "@/api/tags/list-tags";
import { FilterSelect } from "@/components/filter-select";
import { SearchInput } from "@/components/search-input";
import { Button } from "@/components/ui/button";
import { isNarrowed, STAGES } from "../utils/list-filters";
import type { ContactFilters as Filters } from "@/api/contacts/list-contacts";

type Props = { filters: Filters; onChange: (changes: Record<string, string | null>) => void };

/** What narrows the list; it stands in the address. */
export function ContactFilters({ filters, onChange }: Props) {
  const { t } = useTranslation("contacts");
  const tags = useQuery(tagsQuery).data ?? [];
  const segments = useQuery(segmentsQuery()).data ?? [];
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const blocked = filters.blocked === undefined || filters.blocked === null ? "" : filters.blocked ? "yes" : "no";
  return (
    <div className="grid min-w-0 flex-1 grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <SearchInput
        className="col-span-2 sm:w-72"
        value={filters.q ?? ""}
        label={t("list.search")}
        placeholder={t("list.searchHint")}
        onChange={(q) => onChange({ q: q || null })}
      />
      <FilterSelect
        compact
        label={t("fields.tags")}
        all={t("list.anyTag")}
        value={filters.tag ?? ""}
        options={named(tags)}
        onChange={(tag) => onChange({ tag: tag || null })}
      />
      <FilterSelect
        compact
        label={t("list.segment")}
        all={t("list.anySegment")}
        value={filters.segment ?? ""}
        options={named(segments)}
        onChange={(segment) => onChange({ segment: segment || null })}
      />
      <FilterSelect
        compact
        label={t("fields.lifecycle_stage")}
        all={t("list.anyStage")}
        value={filters.lifecycle ?? ""}
        options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
        onChange={(stage) => onChange({ stage: stage || null })}
      />
      <FilterSelect
        compact
        label={t("list.blocking")}
        all={t("list.anyBlocking")}
        value={blocked}
        options={["yes", "no"].map((value) => ({ value, label: t(`list.blocked.${value}`) }))}
        onChange={(value) => onChange({ blocked: value || null })}
      />
      {isNarrowed(filters) && (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onChange({ q: null, tag: null, segment: null, stage: null, blocked: null })}
        >
          <XIcon aria-hidden />
          {t("list.clear")}
        </Button>
      )}
    </div>
  );
}
