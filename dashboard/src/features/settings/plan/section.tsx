import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { plansQuery } from "@/api/plans/list-plans";
import { tenantQuery } from "@/api/tenant/get-tenant";
import { usageQuery } from "@/api/tenant/get-usage";
import { Loaded } from "@/components/loaded";
import { UsageBars } from "@/components/usage-bars";
import { SectionPage } from "../components/section-page";
import { SettingsCard } from "../components/settings-card";
import { PlanSummary } from "./components/plan-summary";
import { PlanTable } from "./components/plan-table";

/** The plan: until when, what is used of it, and what the others allow. */
export function Section() {
  const { t } = useTranslation("settings");
  const company = useQuery(tenantQuery);
  const usage = useQuery(usageQuery);
  const plans = useQuery(plansQuery);
  return (
    <SectionPage title={t("sections.plan.title")} description={t("sections.plan.description")}>
      <Loaded query={company}>{(data) => <PlanSummary company={data} plans={plans.data ?? []} />}</Loaded>
      <SettingsCard title={t("plan.usage")} description={t("plan.usage-hint")}>
        <Loaded query={usage}>{(data) => <UsageBars metrics={data.metrics} />}</Loaded>
      </SettingsCard>
      <SettingsCard title={t("plan.compare")} description={t("plan.compare-hint")}>
        <Loaded query={plans}>{(data) => <PlanTable plans={data} current={company.data?.plan} />}</Loaded>
      </SettingsCard>
    </SectionPage>
  );
}
