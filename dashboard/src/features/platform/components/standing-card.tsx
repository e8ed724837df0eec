import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { SectionCard } from "@/components/section-card";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { ConfirmTyped } from "@/components/confirm-typed";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { tellError } from "@/lib/tell-error";
import { useActivateTenant } from "../api/activate-tenant";
import { useDeleteTenant } from "../api/delete-tenant";
import type { TenantDetail } from "../api/get-tenant";
import { useSuspendTenant } from "../api/suspend-tenant";

type Step = "suspend" | "activate" | "delete";

/** Suspends a company with a reason, activates it again, deletes it after its slug was typed. */
export function StandingCard({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation("platform");
  const [step, setStep] = useState<Step | null>(null);
  const isOff = tenant.status === "suspended" || tenant.deleted_at !== null;
  return (
    <SectionCard danger title={t("standing.title")}>
      <div className="flex flex-wrap gap-2">
        {isOff && <Button onClick={() => setStep("activate")}>{t("standing.activate")}</Button>}
        {!isOff && (
          <Button variant="outline" onClick={() => setStep("suspend")}>
            {t("standing.suspend")}
          </Button>
        )}
        {tenant.deleted_at === null && (
          <Button variant="destructive" onClick={() => setStep("delete")}>
            {t("standing.delete")}
          </Button>
        )}
      </div>
      {step === "suspend" && <SuspendDialog tenant={tenant} onClose={() => setStep(null)} />}
      {step === "activate" && <ActivateDialog tenant={tenant} onClose={() => setStep(null)} />}
      {step === "delete" && <DeleteDialog tenant={tenant} onClose={() => setStep(null)} />}
    </SectionCard>
  );
}

type Props = { tenant: TenantDetail; onClose: () => void };

function SuspendDialog({ tenant, onClose }: Props) {
  const { t } = useTranslation("platform");
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const suspend = useSuspendTenant(tenant.id);
  const go = () => {
    if (!reason.trim()) return setIsMissing(true);
    suspend.mutate(reason.trim(), {
      onSuccess: () => toast.success(t("standing.suspended")),
      onError: tellError,
      onSettled: onClose,
    });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("standing.suspend-ask", { name: tenant.name })}
      description={t("standing.suspend-hint")}
      confirmLabel={t("standing.suspend")}
      destructive
      pending={suspend.isPending}
      onConfirm={go}
    >
      <div className="grid gap-1.5">
        <Label htmlFor="suspend-reason">{t("standing.reason")}</Label>
        <Input
          id="suspend-reason"
          value={reason}
          maxLength={500}
          required
          aria-invalid={isMissing}
          aria-describedby="suspend-reason-hint"
          onChange={(event) => {
            setReason(event.target.value);
            setIsMissing(false);
          }}
        />
        <p
          id="suspend-reason-hint"
          aria-live="polite"
          className={isMissing ? "text-xs text-destructive" : "text-xs text-muted-foreground"}
        >
          {t(isMissing ? "create.required" : "standing.reason-hint")}
        </p>
      </div>
    </ConfirmDialog>
  );
}

function ActivateDialog({ tenant, onClose }: Props) {
  const { t } = useTranslation("platform");
  const activate = useActivateTenant(tenant.id);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("standing.activate")}
      description={t("standing.activate-hint")}
      confirmLabel={t("standing.activate")}
      pending={activate.isPending}
      onConfirm={() =>
        activate.mutate(undefined, {
          onSuccess: () => toast.success(t("standing.activated")),
          onError: tellError,
          onSettled: onClose,
        })
      }
    />
  );
}

function DeleteDialog({ tenant, onClose }: Props) {
  const { t } = useTranslation("platform");
  const remove = useDeleteTenant(tenant.id);
  const go = () =>
    remove.mutate(undefined, {
      onSuccess: () => toast.success(t("standing.deleted")),
      onError: tellError,
      onSettled: onClose,
    });
  return (
    <ConfirmTyped
      open
      onOpenChange={onClose}
      title={t("standing.delete-ask", { name: tenant.name })}
      description={t("standing.delete-hint")}
      text={tenant.slug}
      confirmLabel={t("standing.delete")}
      pending={remove.isPending}
      onConfirm={go}
    />
  );
}
