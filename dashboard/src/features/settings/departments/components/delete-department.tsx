import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useDeleteDepartment } from "../api/delete-department";
import type { DepartmentDetail } from "../api/get-department";

/** Ends a department; the default one has to be replaced first. */
export function DeleteDepartment({ department }: { department: DepartmentDetail }) {
  const { t } = useTranslation(["settings", "common"]);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteDepartment();
  const go = () =>
    remove.mutate(department.id, {
      onSuccess: () => void navigate("/settings/departments", { replace: true }),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <SettingsCard
      danger
      title={t("departments.delete")}
      description={t(department.is_default ? "departments.delete-default" : "departments.delete-hint")}
      action={
        <Button variant="destructive" disabled={department.is_default} onClick={() => setAsking(true)}>
          {t("common:delete")}
        </Button>
      }
    >
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("departments.delete-ask", { name: department.name })}
        description={t("departments.delete-hint")}
        confirmLabel={t("common:delete")}
        destructive
        pending={remove.isPending}
        onConfirm={go}
      />
    </SettingsCard>
  );
}
