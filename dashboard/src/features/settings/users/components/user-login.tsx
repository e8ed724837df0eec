import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { User } from "@/api/users/list-users";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useDeleteUser } from "../api/delete-user";
import { useSwitchUser } from "../api/switch-user";

type Step = "none" | "deactivate" | "delete";

/** Lets a person log in no more, again, or takes their login away. */
export function UserLogin({ user }: { user: User }) {
  const { t } = useTranslation(["settings", "common"]);
  const [step, setStep] = useState<Step>("none");
  const navigate = useNavigate();
  const turn = useSwitchUser();
  const remove = useDeleteUser();
  const close = () => setStep("none");
  const set = (on: boolean) =>
    turn.mutate(
      { userId: user.id, on },
      { onSuccess: () => toast.success(t("common:saved")), onError: tellError, onSettled: close },
    );
  const drop = () =>
    remove.mutate(user.id, {
      onSuccess: () => void navigate("/settings/users", { replace: true }),
      onError: tellError,
      onSettled: close,
    });
  return (
    <SettingsCard danger title={t("users.access")} description={t("users.access-hint")}>
      <div className="flex flex-wrap gap-2">
        {user.is_active ? (
          <Button variant="outline" onClick={() => setStep("deactivate")}>
            {t("users.deactivate")}
          </Button>
        ) : (
          <Button variant="outline" disabled={turn.isPending} onClick={() => set(true)}>
            {t("users.activate")}
          </Button>
        )}
        <Button variant="destructive" onClick={() => setStep("delete")}>
          {t("users.delete")}
        </Button>
      </div>
      <ConfirmDialog
        open={step !== "none"}
        onOpenChange={(open) => !open && close()}
        title={t(step === "delete" ? "users.delete-ask" : "users.deactivate-ask", { name: user.name })}
        description={t(step === "delete" ? "users.delete-hint" : "users.deactivate-hint")}
        confirmLabel={t(step === "delete" ? "users.delete" : "users.deactivate")}
        destructive
        pending={turn.isPending || remove.isPending}
        onConfirm={step === "delete" ? drop : () => set(false)}
      />
    </SettingsCard>
  );
}
