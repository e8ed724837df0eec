import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ConfirmTyped } from "@/components/confirm-typed";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useDeleteConfig } from "../api/delete-config";
import type { Config } from "../api/get-config";

/** Takes a number away; asks for its name, for its secrets are destroyed. */
export function RemoveNumber({ config }: { config: Config }) {
  const { t } = useTranslation("settings");
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteConfig(config.id);
  const go = () =>
    remove.mutate(undefined, {
      onSuccess: () => void navigate("/settings/numbers", { replace: true }),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <SettingsCard
      danger
      title={t("numbers.remove")}
      description={t("numbers.remove-hint")}
      action={
        <Button variant="destructive" onClick={() => setAsking(true)}>
          {t("numbers.remove")}
        </Button>
      }
    >
      <ConfirmTyped
        open={asking}
        onOpenChange={setAsking}
        title={t("numbers.remove-ask", { name: config.name })}
        description={t("numbers.remove-hint")}
        text={config.name}
        confirmLabel={t("numbers.remove")}
        pending={remove.isPending}
        onConfirm={go}
      />
    </SettingsCard>
  );
}
