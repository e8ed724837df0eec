import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { ErrorState } from "@/components/error-state";
import { formatNumber } from "@/lib/format";
import { useVerifyChain, type Verdict } from "../api/verify-chain";

/** Proves that no entry was touched since it was written. */
export function VerifyButton() {
  const { t } = useTranslation("settings");
  const verify = useVerifyChain();
  const { data, error, isPending, isIdle } = verify;
  return (
    <>
      <Button variant="outline" onClick={() => verify.mutate()}>
        <ShieldCheck aria-hidden />
        {t("audit.verify")}
      </Button>
      <Dialog open={!isIdle} onOpenChange={(open) => !open && verify.reset()}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{t("audit.verify")}</DialogTitle>
            <DialogDescription>{t("audit.verify-hint")}</DialogDescription>
          </DialogHeader>
          {isPending && <Progress value={null} aria-label={t("audit.verifying")} />}
          {error && <ErrorState error={error} onRetry={() => verify.mutate()} />}
          {data && <VerdictNote verdict={data} />}
        </DialogContent>
      </Dialog>
    </>
  );
}

function VerdictNote({ verdict: { checked, broken } }: { verdict: Verdict }) {
  const { t } = useTranslation("settings");
  if (broken === null)
    return (
      <Alert variant="success" role="status">
        <ShieldCheck aria-hidden />
        <AlertTitle>{t("audit.sound")}</AlertTitle>
        <AlertDescription>{t("audit.sound-hint", { count: checked, total: formatNumber(checked) })}</AlertDescription>
      </Alert>
    );
  return (
    <Alert variant="destructive">
      <ShieldAlert aria-hidden />
      <AlertTitle>{t("audit.broken", { number: broken.seq })}</AlertTitle>
      <AlertDescription>
        <p>{t(`audit.reasons.${broken.reason}`)}</p>
        <p>{t("audit.broken-hint")}</p>
      </AlertDescription>
    </Alert>
  );
}
