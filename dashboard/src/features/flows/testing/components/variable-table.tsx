import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { showValue } from "@/lib/json-value";
import { cn } from "@/lib/utils";

type Props = {
  variables: Readonly<Record<string, unknown>>;
  changed: ReadonlySet<string>;
  /** Names of values that are too large to show. */
  hidden?: readonly string[];
};

/** Variables by name; those that just changed come first, and are marked. */
export function VariableTable({ variables, changed, hidden = [] }: Props) {
  const { t } = useTranslation("flow-panels");
  const names = [...new Set([...Object.keys(variables), ...hidden, ...changed])].sort(
    (one, other) => Number(changed.has(other)) - Number(changed.has(one)) || one.localeCompare(other),
  );
  if (names.length === 0) return <p className="text-muted-foreground">{t("state.no_variables")}</p>;
  const told = (name: string) => {
    if (name in variables) return showValue(variables[name]);
    return hidden.includes(name) ? t("state.too_large") : "–";
  };
  return (
    <dl className="divide-y rounded-md border text-xs">
      {names.map((name) => (
        <div
          key={name}
          className={cn(
            "flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-2.5 py-1.5",
            changed.has(name) && "bg-info/10",
          )}
        >
          <dt className="flex items-center gap-1.5 font-mono text-muted-foreground">
            {name}
            {changed.has(name) && <Badge variant="info">{t("state.changed")}</Badge>}
          </dt>
          <dd className="min-w-0 flex-1 text-right break-words">{told(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
