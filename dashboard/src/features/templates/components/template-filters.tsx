import { useTranslation } from "react-i18next";
import { SearchInput } from "@/components/search-input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { currentLanguage } from "@/lib/language";
import { QUALITIES, STATUSES, type ListFilters } from "../utils/list-filters";
import { CATEGORIES } from "../utils/draft";
import { languageName } from "../utils/languages";

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
      <SelectTrigger size="sm" aria-label={label} className="w-full sm:w-fit sm:max-w-56">
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
        <Choice
          label={t("list.number")}
          any={t("list.anyNumber")}
          value={filters.number}
          options={numbers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(number) => onChange({ number })}
        />
      )}
      <Choice
        label={t("list.status")}
        any={t("list.anyStatus")}
        value={filters.status}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => onChange({ status })}
      />
      <Choice
        label={t("list.category")}
        any={t("list.anyCategory")}
        value={filters.category}
        options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) => onChange({ category })}
      />
      <Choice
        label={t("list.language")}
        any={t("list.anyLanguage")}
        value={filters.language}
        options={languages.map((value) => ({ value, label: languageName(value, currentLanguage()) }))}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        label={t("list.quality")}
        any={t("list.anyQuality")}
        value={filters.quality}
        options={QUALITIES.map((value) => ({ value, label: t(`quality.${value}`) }))}
        onChange={(quality) => onChange({ quality })}
      />
    </div>
  );
}
