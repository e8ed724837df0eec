import { useQuery } from "@tanstack/react-query";
import { XIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { segmentsQuery } from "@/api/segments/list-segments";
import { tagsQuery } from "@/api/tags/list-tags";
import { SearchInput } from "@/components/search-input";
import { Button } from "@/components/ui/button";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { isNarrowed, STAGES } from "../utils/list-filters";
import type { ContactFilters as Filters } from "@/api/contacts/list-contacts";

const ANY = "any";

type ChoiceProps = {
  label: string;
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <Select value={value ?? ANY} onValueChange={(next) => onChange(next === ANY ? null : next)}>
      <SelectTrigger size="sm" aria-label={label} className="w-full sm:w-fit sm:max-w-48">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ANY}>{any}</SelectItem>
        {options.map((one) => (
          <SelectItem key={one.value} value={one.value}>
            {one.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

type Props = { filters: Filters; onChange: (changes: Record<string, string | null>) => void };

/** What narrows the list; it stands in the address. */
export function ContactFilters({ filters, onChange }: Props) {
  const { t } = useTranslation("contacts");
  const tags = useQuery(tagsQuery).data ?? [];
  const segments = useQuery(segmentsQuery()).data ?? [];
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const blocked =
    filters.blocked === undefined || filters.blocked === null ? undefined : filters.blocked ? "yes" : "no";
  return (
    <div className="grid min-w-0 flex-1 grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <SearchInput
        className="col-span-2 sm:w-72"
        value={filters.q ?? ""}
        label={t("list.search")}
        placeholder={t("list.searchHint")}
        onChange={(q) => onChange({ q: q || null })}
      />
      <Choice
        label={t("fields.tags")}
        any={t("list.anyTag")}
        value={filters.tag ?? undefined}
        options={named(tags)}
        onChange={(tag) => onChange({ tag })}
      />
      <Choice
        label={t("list.segment")}
        any={t("list.anySegment")}
        value={filters.segment ?? undefined}
        options={named(segments)}
        onChange={(segment) => onChange({ segment })}
      />
      <Choice
        label={t("fields.lifecycle_stage")}
        any={t("list.anyStage")}
        value={filters.lifecycle ?? undefined}
        options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
        onChange={(stage) => onChange({ stage })}
      />
      <Choice
        label={t("list.blocking")}
        any={t("list.anyBlocking")}
        value={blocked}
        options={["yes", "no"].map((value) => ({ value, label: t(`list.blocked.${value}`) }))}
        onChange={(value) => onChange({ blocked: value })}
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
