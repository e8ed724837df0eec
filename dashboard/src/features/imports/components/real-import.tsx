import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { useCancelImport } from "../api/cancel-import";
import { isUnderWay, type Import } from "../api/get-import";
import { ImportCounts } from "./import-counts";
import { ImportErrors } from "./import-errors";
import { ImportProgress } from "./import-progress";
import { WizardSteps } from "./wizard-steps";

function Cancel({ importId }: { importId: string }) {
  const { t } = useTranslation("imports");
  const [isAsked, setAsked] = useState(false);
  const cancelling = useCancelImport();
  return (
    <>
      <Button variant="outline" className="justify-self-start" onClick={() => setAsked(true)}>
        {t("cancel.action")}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("cancel.title")}
        description={t("cancel.description")}
        confirmLabel={t("cancel.action")}
        cancelLabel={t("cancel.goOn")}
        destructive
        pending={cancelling.isPending}
        onConfirm={() => cancelling.mutate(importId, { onError: tellError, onSettled: () => setAsked(false) })}
      />
    </>
  );
}

/** An import that writes: how far it is, what became of the rows, what was wrong with them. */
export function RealImport({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  const isRunning = isUnderWay(importing);
  return (
    <>
      <WizardSteps at="import" />
      {isRunning && <ImportProgress importing={importing} />}
      {isRunning && <p className="text-muted-foreground">{t("progress.leave")}</p>}
      {isRunning && <Cancel importId={importing.id} />}
      {importing.state === "failed" && (
        <Alert variant="destructive">
          <AlertTitle>{t("failed.title")}</AlertTitle>
          <AlertDescription>
            {t(`failed.code.${importing.error_code ?? "UNKNOWN"}`, importing.error_detail ?? "")}
          </AlertDescription>
        </Alert>
      )}
      <div aria-live="polite">
        <ImportCounts importing={importing} />
      </div>
      {!isRunning && (
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link to="/contacts?sort=created_at&order=desc">{t("done.contacts")}</Link>
          </Button>
          <Button asChild variant="outline">
            <Link to="/imports/new">{t("done.another")}</Link>
          </Button>
        </div>
      )}
      <ImportErrors importing={importing} />
    </>
  );
}
