import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Plan } from "@/api/plans/list-plans";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { currentLanguage } from "@/lib/language";

/** What is counted, most asked for first. */
const METRICS = ["users", "whatsapp_numbers", "messages_per_month", "contacts", "flows", "campaigns"] as const;

/** The plans side by side. */
export function PlanTable({ plans, current }: { plans: readonly Plan[]; current?: string }) {
  const { t } = useTranslation(["settings", "common"]);
  const features = [...new Set(plans.flatMap((plan) => plan.features))];
  const limitOf = (plan: Plan, metric: string) => {
    const limit = plan.limits[metric];
    return limit === null || limit === undefined ? t("plan.unlimited") : formatNumber(limit);
  };
  return (
    <Table aria-label={t("plan.compare")}>
      <TableHeader>
        <TableRow>
          <TableHead>
            <span className="sr-only">{t("plan.what")}</span>
          </TableHead>
          {plans.map((plan) => (
            <TableHead key={plan.code}>
              {plan.names[currentLanguage()] ?? plan.code}{" "}
              {plan.code === current && <Badge variant="secondary">{t("plan.current")}</Badge>}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {METRICS.map((metric) => (
          <TableRow key={metric}>
            <TableHead scope="row">{t(`common:usage.metrics.${metric}`)}</TableHead>
            {plans.map((plan) => (
              <TableCell key={plan.code} className="tabular-nums">
                {limitOf(plan, metric)}
              </TableCell>
            ))}
          </TableRow>
        ))}
        {features.map((feature) => (
          <TableRow key={feature}>
            <TableHead scope="row">{t(`plan.features.${feature}`, { defaultValue: feature })}</TableHead>
            {plans.map((plan) => (
              <TableCell key={plan.code}>
                {plan.features.includes(feature) ? (
                  <Check role="img" aria-label={t("common:yes")} className="size-4 text-success" />
                ) : (
                  <span className="text-muted-foreground">{t("common:no")}</span>
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
