import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import type { ApiKey } from "../api/list-api-keys";
import { useRevokeApiKey } from "../api/revoke-api-key";
import { useRotateApiKey } from "../api/rotate-api-key";

type Props = { apiKey: ApiKey; onShown: (shown: Schema<"ShownApiKey">) => void };

/** A new text for one's own key, or its end. Only its owner gets its text. */
export function ApiKeyActions({ apiKey, onShown }: Props) {
  const { t } = useTranslation("settings");
  const me = useMe();
  const [step, setStep] = useState<"rotate" | "revoke" | null>(null);
  const rotate = useRotateApiKey();
  const revoke = useRevokeApiKey();
  const close = () => setStep(null);
  const go = () =>
    step === "rotate"
      ? rotate.mutate(apiKey.id, { onSuccess: onShown, onError: tellError, onSettled: close })
      : revoke.mutate(apiKey.id, {
          onSuccess: () => toast.success(t("api-keys.revoked")),
          onError: tellError,
          onSettled: close,
        });
  const name = apiKey.name;
  return (
    <span className="inline-flex gap-1">
      {apiKey.user_id === me.id && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("api-keys.rotate", { name })}
          title={t("api-keys.rotate", { name })}
          onClick={() => setStep("rotate")}
        >
          <RotateCw aria-hidden />
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("api-keys.revoke", { name })}
        title={t("api-keys.revoke", { name })}
        onClick={() => setStep("revoke")}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={step !== null}
        onOpenChange={(open) => !open && close()}
        title={t(step === "rotate" ? "api-keys.rotate-ask" : "api-keys.revoke-ask", { name })}
        description={t(step === "rotate" ? "api-keys.rotate-hint" : "api-keys.revoke-hint")}
        confirmLabel={t(step === "rotate" ? "api-keys.rotate-do" : "api-keys.revoke-do")}
        destructive
        pending={rotate.isPending || revoke.isPending}
        onConfirm={go}
      />
    </span>
  );
}
