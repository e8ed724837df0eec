import { useTranslation } from "react-i18next";
import { useRenewRecoveryCodes } from "../api/two-factor";
import { CodeForm } from "./code-form";
import { RecoveryCodes } from "./recovery-codes";

/** Makes new recovery codes, for a code of the app. */
export function RenewCodes({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("account");
  const { mutate, data, isPending } = useRenewRecoveryCodes();
  if (data) return <RecoveryCodes codes={data.recovery_codes} onKept={onDone} />;
  return (
    <CodeForm
      action={t("twoFactor.renew.action")}
      pending={isPending}
      onCode={(code, answers) => mutate(code, answers)}
    />
  );
}
