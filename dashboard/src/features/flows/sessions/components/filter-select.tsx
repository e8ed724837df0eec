import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** A select has no empty value. */
const ANY = "any";
type Props = {
  label: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
};

/** Chooses one value of a filter, or any. */
export function FilterSelect({ label, value, options, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  return (
    <div className="min-w-0 space-y-1">
      <Label htmlFor={id} className="text-xs">
        {label}
      </Label>
      <Select value={value ?? ANY} onValueChange={(chosen) => onChange(chosen === ANY ? "" : chosen)}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t("filters.any")}</SelectItem>
          {options.map(([one, name]) => (
            <SelectItem key={one} value={one}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
