import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { PageHeader } from "@/components/page-header";
import { usePageTitle } from "@/hooks/use-page-title";
import { tellError } from "@/lib/tell-error";
import { useImportContacts } from "../api/import-contacts";
import { useWizard } from "../stores/wizard";
import { DropZone } from "./drop-zone";
import { WizardSteps } from "./wizard-steps";

/** The first step: a file is looked into, nothing is written. */
export function NewImport() {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const importing = useImportContacts();
  const keep = useWizard((state) => state.keep);
  usePageTitle(t("new.title"));
  const look = (file: File) =>
    importing.mutate(
      { file, plan: null, isDryRun: true, key: crypto.randomUUID() },
      {
        onSuccess: (made) => {
          keep(made.id, file);
          void navigate(`/imports/${made.id}?first=1`, { replace: true });
        },
        onError: tellError,
      },
    );
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-5xl gap-5 px-4 py-5 sm:px-6">
        <PageHeader back="/imports" title={t("new.title")} description={t("new.description")} />
        <WizardSteps at="file" />
        <DropZone onFile={look} pending={importing.isPending} />
      </div>
    </div>
  );
}
