import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMay } from "@/api/me/get-me";
import { tagsQuery } from "@/api/tags/list-tags";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { usePeople } from "../../hooks/use-people";
import { SORTS, filtersOf, withFilters, withoutFilters, type FilterName } from "../../utils/filters";

type Choice = { value: string; label: string };

const ANY = "any";
const DATES = ["last_message_since", "last_message_until", "created_since", "created_until"] as const;

/** Everything that a list can be narrowed by; each change is in the page's address at once. */
export function FilterForm() {
  const { t } = useTranslation("inbox");
  const [params, setParams] = useSearchParams();
  const held = filtersOf(params);
  const set = (name: FilterName, value: string) =>
    setParams(withFilters(params, { [name]: value === ANY ? null : value }), { replace: true });
  const choices = useChoices();
  return (
    <div className="grid gap-3">
      {choices.map(([name, options]) => (
        <Choose
          key={name}
          name={name}
          value={held[name] ?? ANY}
          options={options}
          onChange={(value) => set(name, value)}
        />
      ))}
      <div className="grid grid-cols-2 gap-3">
        {DATES.map((name) => (
          <DayField key={name} name={name} value={held[name] ?? ""} onChange={(value) => set(name, value || ANY)} />
        ))}
      </div>
      <Button variant="outline" size="sm" onClick={() => setParams(withoutFilters(params), { replace: true })}>
        {t("filters.clear")}
      </Button>
    </div>
  );
}

function useChoices(): [FilterName, Choice[]][] {
  const { t } = useTranslation("inbox");
  const { people } = usePeople();
  const mayNumbers = useMay("whatsapp:manage");
  const departments = useQuery(departmentDirectoryQuery).data?.items ?? [];
  const tags = useQuery(tagsQuery).data ?? [];
  const numbers = useQuery({ ...whatsappConfigsQuery, enabled: mayNumbers }).data ?? [];
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const worded = (prefix: string, words: readonly string[]) =>
    words.map((word) => ({ value: word, label: t(`${prefix}.${word}`) }));
  const nobody = { value: "none", label: t("filters.none") };
  const all: [FilterName, Choice[]][] = [
    ["sort", worded("filters.sorts", SORTS)],
    ["assigned_to", [{ value: "me", label: t("filters.me") }, nobody, ...named(people)]],
    ["department", [{ value: "mine", label: t("filters.mine") }, nobody, ...named(departments)]],
    ["tag", named(tags)],
    ["priority", worded("priority", ["urgent", "high", "medium", "low"])],
    ["window", worded("window", ["open", "closing", "closed"])],
    [
      "unread",
      [
        { value: "true", label: t("filters.unreadOnly") },
        { value: "false", label: t("filters.readOnly") },
      ],
    ],
    ["config", named(numbers)],
  ];
  return all.filter(([, options]) => options.length > 0);
}

type ChooseProps = { name: FilterName; value: string; options: Choice[]; onChange: (value: string) => void };

function Choose({ name, value, options, onChange }: ChooseProps) {
  const { t } = useTranslation("inbox");
  const id = useId();
  return (
    <div className="grid gap-1">
      <Label htmlFor={id}>{t(`filters.${name}`)}</Label>
      <Select value={value} onValueChange={onChange}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t(name === "sort" ? "filters.sorts.default" : "filters.any")}</SelectItem>
          {options.map((option) => (
            <SelectItem key={option.value} value={option.value}>
              {option.label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

function DayField({ name, value, onChange }: { name: FilterName; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation("inbox");
  const id = useId();
  return (
    <div className="grid gap-1">
      <Label htmlFor={id}>{t(`filters.${name}`)}</Label>
      <Input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
