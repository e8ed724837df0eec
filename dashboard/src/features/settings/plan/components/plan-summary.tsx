import { useTranslation } from "react-i18next";
import type { Plan } from "@/api/plans/list-plans";
import type { Company } from "@/api/tenant/get-tenant";
import { Facts } from "@/components/facts";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import { formatDate, formatDateTime } from "@/lib/format";
import { currentLanguage } from "@/lib/language";
import { SettingsCard } from "../../components/settings-card";
import { daysUntil } from "../utils/days-until";

const TONES = { active: "success", trial: "info", suspended: "warning", cancelled: "destructive" } as const;

/** Which plan the company is on, and what happens next. */
export function PlanSummary({ company, plans }: { company: Company; plans: readonly Plan[] }) {
  const { t } = useTranslation("settings");
  const now = useNow();
  const { plan, status, trial_ends_at: ends, next_payment_on: pays } = company;
  const name = plans.find((one) => one.code === plan)?.names[currentLanguage()] ?? plan;
  return (
    <>
      {status === "trial" && ends && (
        <Alert variant="info" role="status" className="mb-4">
          <AlertTitle>{t("plan.trial-left", { count: daysUntil(ends, now) })}</AlertTitle>
          <AlertDescription>{t("plan.trial-hint")}</AlertDescription>
        </Alert>
      )}
      {status === "suspended" && (
        <Alert variant="warning" className="mb-4">
          <AlertTitle>{t("plan.suspended")}</AlertTitle>
          <AlertDescription>{t("plan.suspended-hint")}</AlertDescription>
        </Alert>
      )}
      <SettingsCard
        title={name}
        action={<Badge variant={TONES[status]}>{t(`plan.status.${status}`)}</Badge>}
        description={t("plan.change-hint")}
      >
        <Facts
          items={[
            { label: t("plan.trial-ends"), value: ends && status === "trial" ? formatDateTime(ends) : null },
            { label: t("plan.next-payment"), value: pays ? formatDate(`${pays}T12:00:00`) : null },
            { label: t("plan.since"), value: formatDate(company.created_at) },
          ]}
        />
      </SettingsCard>
    </>
  );
}
