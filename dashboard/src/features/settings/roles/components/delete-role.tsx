import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useDeleteRole } from "../api/delete-role";

/** Deletes a role that nobody has. */
export function DeleteRole({ roleId, users }: { roleId: string; users: number }) {
  const { t } = useTranslation(["settings", "common"]);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteRole();
  const go = () =>
    remove.mutate(roleId, {
      onSuccess: () => void navigate("/settings/roles", { replace: true }),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <SettingsCard
      danger
      title={t("roles.delete")}
      description={users > 0 ? t("roles.in-use", { count: users }) : t("roles.delete-hint")}
      action={
        <Button variant="destructive" disabled={users > 0} onClick={() => setAsking(true)}>
          {t("common:delete")}
        </Button>
      }
    >
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("roles.delete")}
        description={t("roles.delete-hint")}
        confirmLabel={t("common:delete")}
        destructive
        pending={remove.isPending}
        onConfirm={go}
      />
    </SettingsCard>
  );
}
