import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { plansQuery } from "@/api/plans/list-plans";
import { SectionCard } from "@/components/section-card";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { tellError } from "@/lib/tell-error";
import { useChangePlan } from "../api/change-plan";
import type { TenantDetail } from "../api/get-tenant";
import { usePlanName } from "../hooks/use-plan-name";

/** Moves a company to another plan, after asking. */
export function PlanCard({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation("platform");
  const planName = usePlanName();
  const plans = useQuery(plansQuery).data ?? [];
  const [chosen, setChosen] = useState(tenant.plan);
  const [asking, setAsking] = useState(false);
  const change = useChangePlan(tenant.id);
  const go = () =>
    change.mutate(chosen, {
      onSuccess: () => toast.success(t("plan.done")),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <SectionCard title={t("plan.title")} description={t("plan.hint")}>
      <div className="flex flex-wrap gap-2">
        <Select value={chosen} onValueChange={setChosen}>
          <SelectTrigger aria-label={t("plan.choose")} className="w-56">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {plans.map((plan) => (
              <SelectItem key={plan.code} value={plan.code}>
                {planName(plan.code)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        <Button disabled={chosen === tenant.plan} onClick={() => setAsking(true)}>
          {t("plan.change")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("plan.ask", { name: tenant.name, plan: planName(chosen) })}
        description={t("plan.hint")}
        confirmLabel={t("plan.change")}
        pending={change.isPending}
        onConfirm={go}
      />
    </SectionCard>
  );
}
