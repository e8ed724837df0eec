import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { QrCode } from "@/components/qr-code";
import { Skeleton } from "@/components/ui/skeleton";
import { twoFactorSetupQuery, useEnableTwoFactor } from "../api/two-factor";
import { CodeForm } from "./code-form";
import { RecoveryCodes } from "./recovery-codes";

/** Sets up an authenticator app: its secret as a picture and as text, a code that proves it, the recovery codes. */
export function SetUpTwoFactor({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const { data: setup, error, refetch } = useQuery(twoFactorSetupQuery);
  const { mutate: enable, data: enabled, isPending } = useEnableTwoFactor();
  const finish = () => {
    void client.invalidateQueries({ queryKey: ["me"] });
    onDone();
  };
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />;
  if (enabled) return <RecoveryCodes codes={enabled.recovery_codes} onKept={finish} />;
  if (!setup) return <Skeleton className="h-64 w-full" />;
  return (
    <div className="grid gap-4">
      <ol className="grid list-inside list-decimal gap-1">
        <li>{t("twoFactor.setUp.step1")}</li>
        <li>{t("twoFactor.setUp.step2")}</li>
      </ol>
      <div className="flex flex-wrap items-center justify-center gap-4">
        <QrCode text={setup.otpauth_url} label={t("twoFactor.setUp.qr")} className="size-44" />
        <div className="min-w-0 flex-1 basis-40">
          <p className="text-muted-foreground">{t("twoFactor.setUp.secret")}</p>
          <code className="mt-1 block rounded-md bg-muted p-2 font-mono text-xs break-all select-all">
            {setup.secret}
          </code>
        </div>
      </div>
      <CodeForm
        action={t("twoFactor.setUp.action")}
        pending={isPending}
        onCode={(code, answers) => enable(code, answers)}
      />
    </div>
  );
}
