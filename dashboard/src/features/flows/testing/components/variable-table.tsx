import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { showValue } from "@/lib/json-value";
import { cn } from "@/lib/utils";

type Props = { variables: Readonly<Record<string, unknown>>; changed: ReadonlySet<string> };

/** Variables by name; those that just changed are marked. */
export function VariableTable({ variables, changed }: Props) {
  const { t } = useTranslation("flow-panels");
  const names = [...new Set([...Object.keys(variables), ...changed])].sort();
  if (names.length === 0) return <p className="text-muted-foreground">{t("state.no_variables")}</p>;
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
          <dd className="min-w-0 flex-1 text-right break-words">
            {name in variables ? showValue(variables[name]) : "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
