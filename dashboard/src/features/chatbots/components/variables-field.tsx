import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A variable as it is typed; rows keep their place while their names change. */
export type VariableRow = { name: string; value: string };

type Props = { rows: VariableRow[]; onChange: (rows: VariableRow[]) => void; label: string };

/** Names and values, a line each. */
export function VariablesField({ rows, onChange, label }: Props) {
  const { t } = useTranslation("chatbots");
  const put = (at: number, change: Partial<VariableRow>) =>
    onChange(rows.map((row, number) => (number === at ? { ...row, ...change } : row)));
  return (
    <fieldset className="space-y-2">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {rows.map((row, number) => (
        <div key={number} className="flex gap-2">
          <Input
            className="w-2/5 font-mono"
            value={row.name}
            aria-label={t("variables.name", { number: number + 1 })}
            placeholder={t("variables.name_example")}
            onChange={(event) => put(number, { name: event.target.value })}
          />
          <Input
            className="flex-1"
            value={row.value}
            aria-label={t("variables.value", { number: number + 1 })}
            onChange={(event) => put(number, { value: event.target.value })}
          />
          <Button
            type="button"
            variant="ghost"
            size="icon"
            aria-label={t("variables.remove", { name: row.name })}
            onClick={() => onChange(rows.filter((_, at) => at !== number))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button type="button" variant="outline" size="sm" onClick={() => onChange([...rows, { name: "", value: "" }])}>
        <Plus aria-hidden /> {t("variables.add")}
      </Button>
    </fieldset>
  );
}
