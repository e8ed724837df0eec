import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import type { Import } from "../api/get-import";
import { useImportContacts } from "../api/import-contacts";
import { useWizard } from "../stores/wizard";
import { firstMapping, problemsOf, readFound, readPlan, type Plan } from "../utils/mapping";
import { ImportCounts } from "./import-counts";
import { ImportErrors } from "./import-errors";
import { MappingTable } from "./mapping-table";
import { PlanOptions } from "./plan-options";
import { PreviewTable } from "./preview-table";
import { WizardSteps } from "./wizard-steps";

const sorted = (plan: Plan): string =>
  JSON.stringify({ ...plan, mapping: Object.entries(plan.mapping ?? {}).sort(), tag_ids: [...plan.tag_ids].sort() });

/** Gives the file of a check: the one that was chosen, else asks for it again, as a browser keeps none. */
function FileAgain({ name, onFile }: { name: string; onFile: (file: File) => void }) {
  const { t } = useTranslation("imports");
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <Alert>
      <AlertTitle>{t("again.title")}</AlertTitle>
      <AlertDescription className="grid gap-2">
        <span id={id}>{t("again.description", { name })}</span>
        <Button
          variant="outline"
          size="sm"
          className="justify-self-start"
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {t("drop.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx"
          tabIndex={-1}
          aria-label={t("drop.choose")}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
          }}
        />
      </AlertDescription>
    </Alert>
  );
}

/** A file that was looked into: what its columns mean, what would become of it, and its going ahead. */
export function CheckedImport({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { files, keep } = useWizard();
  const sending = useImportContacts();
  const keyOf = useSendKey();
  const found = readFound(importing.found);
  const checked = readPlan(importing.plan);
  const isFirst = params.get("first") === "1";
  const [plan, setPlan] = useState<Plan>(() => ({
    ...checked,
    mapping: firstMapping(found, isFirst ? null : checked.mapping),
  }));
  const file = files.get(importing.id);
  const problems = problemsOf(plan);
  const written = importing.created + importing.updated;
  const isChecked = importing.state === "done" && sorted(plan) === sorted(checked);

  const send = (isDryRun: boolean) => {
    if (!file || sending.isPending) return;
    sending.mutate(
      { file, plan, isDryRun, key: keyOf([importing.id, plan, isDryRun]) },
      {
        onSuccess: (made) => {
          keep(made.id, file);
          void navigate(`/imports/${made.id}`, { replace: isDryRun });
        },
        onError: tellError,
      },
    );
  };

  return (
    <>
      <WizardSteps at={isChecked ? "check" : "columns"} />
      {importing.state === "failed" && importing.error_code !== "MAPPING_UNCLEAR" && (
        <Alert variant="destructive">
          <AlertTitle>{t("failed.title")}</AlertTitle>
          <AlertDescription>
            {t(`failed.code.${importing.error_code ?? "UNKNOWN"}`, importing.error_detail ?? "")}
          </AlertDescription>
        </Alert>
      )}
      {found.headings.length > 0 && (
        <>
          {isChecked && (
            <section aria-label={t("check.title")} className="grid gap-4">
              <h2 className="font-medium">{t("check.title")}</h2>
              <ImportCounts importing={importing} />
              <PreviewTable found={found} />
              <ImportErrors importing={importing} />
            </section>
          )}
          <section aria-label={t("mapping.title")} className="grid gap-2">
            <h2 className="font-medium">{t("mapping.title")}</h2>
            <p className="text-muted-foreground">{t("mapping.description")}</p>
            <MappingTable
              found={found}
              mapping={plan.mapping ?? {}}
              onChange={(mapping) => setPlan({ ...plan, mapping })}
            />
          </section>
          <section aria-label={t("options.title")} className="grid gap-2">
            <h2 className="font-medium">{t("options.title")}</h2>
            <PlanOptions plan={plan} onChange={setPlan} />
          </section>
          {!file && <FileAgain name={importing.filename} onFile={(chosen) => keep(importing.id, chosen)} />}
          <div className="grid gap-2" aria-live="polite">
            {problems.map((problem) => (
              <p key={problem} className="text-destructive">
                {t(`mapping.problem.${problem}`)}
              </p>
            ))}
          </div>
          <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-background px-4 py-3 sm:-mx-6 sm:px-6">
            {isChecked ? (
              <>
                <Button
                  disabled={!file || problems.length > 0 || written === 0}
                  aria-disabled={sending.isPending}
                  onClick={() => send(false)}
                >
                  {t("check.start", { count: written })}
                </Button>
                <p className="text-muted-foreground">{t(written === 0 ? "check.nothing" : "check.nothingYet")}</p>
              </>
            ) : (
              <Button
                disabled={!file || problems.length > 0}
                aria-disabled={sending.isPending}
                onClick={() => send(true)}
              >
                {t(sending.isPending ? "check.sending" : "check.action")}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}
