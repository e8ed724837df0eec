import { useQuery } from "@tanstack/react-query";
import { SmartphoneIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { toast } from "sonner";
import { templateQuery } from "@/api/templates/get-template";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { useSendKey } from "@/hooks/use-send-key";
import { useCreateTemplate } from "../api/create-template";
import { useNumbers } from "../hooks/use-numbers";
import { componentsOf } from "../utils/components";
import { draftOf, EMPTY_DRAFT, type Draft } from "../utils/draft";
import { TemplateEditor } from "./template-editor";

/** A new template: an empty one, or a copy of another. */
export function NewTemplate() {
  const { t } = useTranslation("templates");
  const [params] = useSearchParams();
  const from = params.get("from");
  const query = useQuery({ ...templateQuery(from ?? ""), enabled: from !== null });
  usePageTitle(t("editor.titleNew"));
  if (from === null) return <Writing first={EMPTY_DRAFT} configId={null} />;
  if (query.isPending) return <Skeleton className="h-80 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const copied = draftOf(query.data);
  const first = { ...copied, name: `${copied.name}_2`.slice(-512), header: { ...copied.header, sample: null } };
  return <Writing first={first} configId={query.data.whatsapp_config_id} />;
}

function Writing({ first, configId }: { first: Draft; configId: string | null }) {
  const { t } = useTranslation("templates");
  const navigate = useNavigate();
  const numbers = useNumbers();
  const [wanted, setWanted] = useState(configId);
  const creating = useCreateTemplate();
  const keyOf = useSendKey();
  const chosen = wanted ?? numbers[0]?.id;
  if (!chosen)
    return (
      <EmptyState
        icon={SmartphoneIcon}
        title={t("numbers.none")}
        description={t("numbers.noneHint")}
        action={
          <Button asChild variant="outline">
            <Link to="/settings">{t("numbers.settings")}</Link>
          </Button>
        }
      />
    );
  const send = async (draft: Draft) => {
    const { name, language, category, format } = draft;
    const components = componentsOf(draft);
    const template = { whatsapp_config_id: chosen, name, language, category, components, parameter_format: format };
    const made = await creating.mutateAsync({ template, key: keyOf(template) });
    toast.success(t("editor.sent"));
    void navigate(`/templates/${made.id}`, { replace: true });
  };
  return (
    <TemplateEditor
      first={first}
      kept={null}
      numbers={{ chosen, options: numbers, onChoose: setWanted }}
      pending={creating.isPending}
      onSend={send}
    />
  );
}
