import { useTranslation } from "react-i18next";
import { FilterSelect } from "@/components/filter-select";
import { SearchInput } from "@/components/search-input";
import { currentLanguage } from "@/lib/language";
import { QUALITIES, STATUSES, type ListFilters } from "../utils/list-filters";
import { CATEGORIES } from "../utils/draft";
import { languageName } from "../utils/languages";

type Props = {
  filters: ListFilters;
  languages: readonly string[];
  numbers: readonly { id: string; name: string }[];
  onChange: (changes: Record<string, string | null>) => void;
};

/** What narrows the list of templates; it stands in the address. */
export function TemplateFilters({ filters, languages, numbers, onChange }: Props) {
  const { t } = useTranslation("templates");
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <SearchInput
        className="col-span-2 sm:w-72"
        value={filters.q ?? ""}
        label={t("list.search")}
        onChange={(q) => onChange({ q: q || null })}
      />
      {numbers.length > 1 && (
        <FilterSelect
          compact
          label={t("list.number")}
          all={t("list.anyNumber")}
          value={filters.number ?? ""}
          options={numbers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(number) => onChange({ number: number || null })}
        />
      )}
      <FilterSelect
        compact
        label={t("list.status")}
        all={t("list.anyStatus")}
        value={filters.status ?? ""}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => onChange({ status: status || null })}
      />
      <FilterSelect
        compact
        label={t("list.category")}
        all={t("list.anyCategory")}
        value={filters.category ?? ""}
        options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) => onChange({ category: category || null })}
      />
      <FilterSelect
        compact
        label={t("list.language")}
        all={t("list.anyLanguage")}
        value={filters.language ?? ""}
        options={languages.map((value) => ({ value, label: languageName(value, currentLanguage()) }))}
        onChange={(language) => onChange({ language: language || null })}
      />
      <FilterSelect
        compact
        label={t("list.quality")}
        all={t("list.anyQuality")}
        value={filters.quality ?? ""}
        options={QUALITIES.map((value) => ({ value, label: t(`quality.${value}`) }))}
        onChange={(quality) => onChange({ quality: quality || null })}
      />
    </div>
  );
}
