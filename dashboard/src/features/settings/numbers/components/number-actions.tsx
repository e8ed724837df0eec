import { Power } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import type { Config } from "../api/get-config";
import { useSwitchConfig } from "../api/switch-config";

/** Switches a number off, after asking, or on again. */
export function NumberActions({ config }: { config: Config }) {
  const { t } = useTranslation(["settings", "common"]);
  const [asking, setAsking] = useState(false);
  const turn = useSwitchConfig(config.id);
  const set = (on: boolean) =>
    turn.mutate(on, {
      onSuccess: () => toast.success(t(on ? "numbers.activated" : "numbers.deactivated")),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button
        variant={config.is_active ? "outline" : "default"}
        disabled={turn.isPending}
        onClick={() => (config.is_active ? setAsking(true) : set(true))}
      >
        <Power aria-hidden />
        {t(config.is_active ? "numbers.deactivate" : "numbers.activate")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("numbers.deactivate-ask", { name: config.name })}
        description={t("numbers.deactivate-hint")}
        confirmLabel={t("numbers.deactivate")}
        pending={turn.isPending}
        onConfirm={() => set(false)}
      />
    </>
  );
}
