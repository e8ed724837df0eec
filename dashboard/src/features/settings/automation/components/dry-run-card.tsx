import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { SubmitButton } from "@/components/submit-button";
import { Badge } from "@/components/ui/badge";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { useDryRun } from "../api/dry-run";

/** Shows what the rule as it is kept would do where its event happened last. */
export function DryRunCard({ ruleId }: { ruleId: string }) {
  const { t } = useTexts();
  const run = useDryRun();
  return (
    <SettingsCard
      title={t("rules.dry-run")}
      description={t("rules.dry-run-hint")}
      action={
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate(ruleId);
          }}
        >
          <SubmitButton variant="outline" pending={run.isPending}>
            {t("rules.try")}
          </SubmitButton>
        </form>
      }
    >
      <div aria-live="polite">
        {run.error && <ErrorState error={run.error} />}
        {run.data?.items.length === 0 && <p className="text-sm text-muted-foreground">{t("rules.dry-run-none")}</p>}
        {run.data && run.data.items.length > 0 && (
          <ul className="divide-y text-sm">
            {run.data.items.map((one, at) => (
              <DryRunItem key={at} run={one} />
            ))}
          </ul>
        )}
      </div>
    </SettingsCard>
  );
}

function DryRunItem({ run }: { run: Schema<"DryRun"> }) {
  const { t } = useTexts();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Badge variant={run.is_meant ? "success" : "secondary"}>
        {t(run.is_meant ? "rules.meant" : "rules.not-meant")}
      </Badge>
      <span className="flex-1">
        {run.actions.map((one) => t(`rules.actions.${one}`, { defaultValue: one })).join(", ")}
      </span>
      <Link to={`/inbox/${run.conversation_id}`} className="underline underline-offset-4">
        {t("rules.conversation")}
      </Link>
    </li>
  );
}
