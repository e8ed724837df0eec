import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SectionCard } from "@/components/section-card";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { PageHeader } from "@/components/page-header";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { UsageBars } from "@/components/usage-bars";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatDate, formatDateTime } from "@/lib/format";
import { tenantDetailQuery, type TenantDetail } from "../api/get-tenant";
import { tenantUsageQuery } from "../api/get-tenant-usage";
import { erasedAt } from "../utils/erasure";
import { PlanCard } from "./plan-card";
import { StandingCard } from "./standing-card";
import { StatusBadge } from "./status-badge";
import { TenantForm } from "./tenant-form";

/** One company: how it stands, what it uses, on which plan it is. */
export function TenantPage({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation("platform");
  const query = useQuery(tenantDetailQuery(tenantId));
  const tenant = query.data;
  usePageTitle(tenant?.name ?? t("title"));
  return (
    <>
      <PageHeader
        title={tenant?.name ?? t("title")}
        description={tenant?.slug}
        back="/platform"
        actions={tenant && <StatusBadge status={tenant.status} />}
        className="mb-4"
      />
      <Loaded query={query}>
        {(data) => (
          <>
            <StandingNote tenant={data} />
            <TenantUsage tenantId={data.id} />
            <TenantFacts tenant={data} />
            <PlanCard tenant={data} />
            <TenantForm tenant={data} />
            <StandingCard tenant={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

function StandingNote({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation("platform");
  const { deleted_at: deletedAt, status, status_reason: reason } = tenant;
  if (deletedAt)
    return (
      <Alert variant="destructive" role="status" className="mb-4">
        <AlertTitle>{t("detail.deleted-title", { at: formatDateTime(deletedAt) })}</AlertTitle>
        <AlertDescription>{t("detail.deleted-hint", { at: formatDate(erasedAt(deletedAt)) })}</AlertDescription>
      </Alert>
    );
  if (status !== "suspended") return null;
  return (
    <Alert variant="warning" role="status" className="mb-4">
      <AlertTitle>{t("detail.suspended-title")}</AlertTitle>
      {reason && <AlertDescription>{reason}</AlertDescription>}
    </Alert>
  );
}

function TenantUsage({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation("platform");
  const usage = useQuery(tenantUsageQuery(tenantId));
  return (
    <SectionCard title={t("detail.usage")} description={t("detail.usage-hint")}>
      <Loaded query={usage}>{(data) => <UsageBars metrics={data.metrics} />}</Loaded>
    </SectionCard>
  );
}

function TenantFacts({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation(["platform", "common"]);
  return (
    <SectionCard title={t("detail.facts")}>
      <Facts
        items={[
          { label: t("detail.slug"), value: tenant.slug },
          { label: t("detail.domain"), value: tenant.domain },
          { label: t("detail.isolation"), value: t(`detail.isolations.${tenant.isolation}`) },
          { label: t("detail.time-zone"), value: tenant.time_zone },
          { label: t("detail.language"), value: t(`common:language.${tenant.language}`) },
          { label: t("detail.created"), value: formatDateTime(tenant.created_at) },
          {
            label: t("detail.trial-ends"),
            value: tenant.status === "trial" && tenant.trial_ends_at ? formatDateTime(tenant.trial_ends_at) : null,
          },
        ]}
      />
    </SectionCard>
  );
}
