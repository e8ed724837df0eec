import { CircleCheck, CircleX, FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { currentLanguage } from "@/lib/language";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useTestConfig, type Proof } from "../api/test-config";

/** Tries each hop between a customer's phone and us, and says what to do where one is broken. */
export function TestCard({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const test = useTestConfig(configId);
  return (
    <SettingsCard
      title={t("numbers.test")}
      description={t("numbers.test-hint")}
      action={
        <Button
          variant="outline"
          disabled={test.isPending}
          onClick={() => test.mutate(undefined, { onError: tellError })}
        >
          <FlaskConical aria-hidden />
          {t("numbers.test-do")}
        </Button>
      }
    >
      <div aria-live="polite">
        {test.isPending && <Progress value={null} aria-label={t("numbers.testing")} />}
        {test.data && !test.isPending && <Hops proof={test.data} />}
      </div>
    </SettingsCard>
  );
}

function Hops({ proof }: { proof: Proof }) {
  const { t } = useTranslation("settings");
  return (
    <div className="grid gap-3">
      <Alert variant={proof.ok ? "success" : "destructive"} role="status">
        {proof.ok ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
        <AlertTitle>{t(proof.ok ? "numbers.test-ok" : "numbers.test-broken")}</AlertTitle>
      </Alert>
      <ol className="grid gap-2">
        {proof.hops.map((hop) => {
          const Icon = hop.ok ? CircleCheck : CircleX;
          const fix = hop.what_to_do?.[currentLanguage()];
          return (
            <li key={hop.name} className="flex gap-2 text-sm">
              <Icon
                role="img"
                aria-label={t(hop.ok ? "numbers.holds" : "numbers.broken")}
                className={`mt-0.5 size-4 shrink-0 ${hop.ok ? "text-success" : "text-destructive"}`}
              />
              <span className="min-w-0">
                <span className="font-medium">
                  {t(`numbers.hops.${hop.name.replaceAll(" ", "-")}`, { defaultValue: hop.name })}
                </span>
                {hop.detail && <span className="block break-words text-muted-foreground">{hop.detail}</span>}
                {fix && <span className="block break-words">{fix}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {!proof.ok && <p className="text-xs text-muted-foreground">{t("numbers.test-behind")}</p>}
    </div>
  );
}
