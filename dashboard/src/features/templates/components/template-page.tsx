import { useQuery } from "@tanstack/react-query";
import { CopyIcon, PencilIcon, Trash2Icon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { templateQuery } from "@/api/templates/get-template";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Facts } from "@/components/facts";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { currentLanguage } from "@/lib/language";
import { useNumbers } from "../hooks/use-numbers";
import { useTemplatesLive } from "../hooks/use-templates-live";
import { draftOf } from "../utils/draft";
import { SHOWN_GAPS } from "../utils/gaps";
import { languageName } from "../utils/languages";
import { readParts } from "../utils/parts";
import { Quality, StatusBadge } from "./badges";
import { DeleteTemplateDialog } from "./delete-template-dialog";
import { EditTemplate } from "./edit-template";
import { NewTemplate } from "./new-template";
import { PhonePreview } from "./phone-preview";

type Template = Schema<"TemplateRow">;

/** A new template, one that is there, or one that is being changed. */
export function TemplatePage({ templateId }: { templateId: string }) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-6xl gap-5 px-4 py-5 sm:px-6">
        {templateId === "new" ? <NewTemplate /> : <Kept templateId={templateId} />}
      </div>
    </div>
  );
}

function Kept({ templateId }: { templateId: string }) {
  const query = useQuery(templateQuery(templateId));
  const [params] = useSearchParams();
  useTemplatesLive();
  if (query.isPending) return <Skeleton className="h-80 w-full" />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return params.get("edit") === "1" ? <EditTemplate template={query.data} /> : <Shown template={query.data} />;
}

const EDITABLE: readonly Template["status"][] = ["approved", "rejected", "paused"];
const EXPLAINED: readonly Template["status"][] = [
  "pending",
  "in_appeal",
  "paused",
  "disabled",
  "pending_deletion",
  "limit_exceeded",
];

function Actions({ template }: { template: Template }) {
  const { t } = useTranslation("templates");
  const [isDeleting, setDeleting] = useState(false);
  const isKnown = readParts(template.components).others.length === 0;
  const mayEdit = EDITABLE.includes(template.status) && template.provider_id !== null && isKnown;
  const mayDelete = template.status !== "deleted" && template.status !== "disabled";
  return (
    <>
      {mayEdit && (
        <Button asChild size="sm" variant="outline">
          <Link to={`/templates/${template.id}?edit=1`}>
            <PencilIcon aria-hidden />
            {t("page.edit")}
          </Link>
        </Button>
      )}
      {isKnown && (
        <Button asChild size="sm" variant="outline">
          <Link to={`/templates/new?from=${template.id}`}>
            <CopyIcon aria-hidden />
            {t("page.copy")}
          </Link>
        </Button>
      )}
      {mayDelete && (
        <Button size="sm" variant="outline" onClick={() => setDeleting(true)}>
          <Trash2Icon aria-hidden />
          {t("common:delete")}
        </Button>
      )}
      {isDeleting && <DeleteTemplateDialog template={template} onClose={() => setDeleting(false)} />}
    </>
  );
}

function Shown({ template }: { template: Template }) {
  const { t } = useTranslation("templates");
  const mayManage = useMay("templates:manage");
  const numbers = useNumbers();
  usePageTitle(template.name);
  const { others } = readParts(template.components);
  const number = numbers.find((one) => one.id === template.whatsapp_config_id)?.name;
  return (
    <>
      <PageHeader
        back="/templates"
        title={template.name}
        description={<StatusBadge status={template.status} />}
        actions={mayManage && <Actions template={template} />}
      />
      {template.status === "rejected" && (
        <Alert variant="destructive">
          <AlertTitle>{t("page.rejected")}</AlertTitle>
          <AlertDescription>
            {t(`reason.${template.rejected_reason?.toLowerCase() ?? "none"}`, template.rejected_reason ?? "")}
          </AlertDescription>
        </Alert>
      )}
      {EXPLAINED.includes(template.status) && (
        <Alert>
          <AlertTitle>{t(`status.${template.status}`)}</AlertTitle>
          <AlertDescription>{t(`statusHint.${template.status}`)}</AlertDescription>
        </Alert>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <section aria-label={t("page.facts")} className="rounded-lg border bg-card p-4">
          <Facts
            items={[
              { label: t("fields.category"), value: t(`category.${template.category}`) },
              { label: t("fields.language"), value: languageName(template.language, currentLanguage()) },
              { label: t("fields.quality"), value: <Quality quality={template.quality} /> },
              { label: t("fields.number"), value: number },
              { label: t("fields.format"), value: t(`format.${template.parameter_format}`, SHOWN_GAPS) },
              { label: t("fields.providerId"), value: template.provider_id },
              { label: t("fields.created"), value: <RelativeTime at={template.created_at} /> },
              { label: t("fields.updated"), value: <RelativeTime at={template.updated_at} /> },
              { label: t("fields.synced"), value: template.synced_at && <RelativeTime at={template.synced_at} /> },
            ]}
          />
          {others.length > 0 && (
            <p className="mt-4 text-muted-foreground">{t("page.others", { kinds: others.join(", ") })}</p>
          )}
        </section>
        <div className="grid gap-2">
          <h2 className="font-medium">{t("preview.title")}</h2>
          <PhonePreview draft={draftOf(template)} />
          <p className="text-xs text-muted-foreground">{t("preview.withExamples")}</p>
        </div>
      </div>
    </>
  );
}
