import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { usePageTitle } from "@/hooks/use-page-title";
import { isStale, tellErrorOrReload } from "@/lib/tell-error";
import { useEditTemplate } from "../api/edit-template";
import { componentsOf } from "../utils/components";
import { draftOf, type Draft } from "../utils/draft";
import { TemplateEditor } from "./template-editor";

/** Another text of a template that Meta has; it is reviewed anew. */
export function EditTemplate({ template: now }: { template: Schema<"TemplateRow"> }) {
  const { t } = useTranslation("templates");
  const client = useQueryClient();
  const navigate = useNavigate();
  const editing = useEditTemplate();
  const [template] = useState(now);
  const [first] = useState(() => draftOf(template));
  usePageTitle(template.name);
  const reload = () => {
    void client.invalidateQueries({ queryKey: ["templates", template.id] });
    void navigate(`/templates/${template.id}`, { replace: true });
  };
  const send = async (draft: Draft) => {
    const isOther = draft.category !== template.category;
    const changes = { components: componentsOf(draft), ...(isOther ? { category: draft.category } : {}) };
    try {
      await editing.mutateAsync({ id: template.id, version: template.version, changes });
      toast.success(t("editor.sent"));
      void navigate(`/templates/${template.id}`, { replace: true });
    } catch (error) {
      if (isStale(error)) tellErrorOrReload(error, reload);
      else throw error;
    }
  };
  return <TemplateEditor first={first} kept={template} numbers={null} pending={editing.isPending} onSend={send} />;
}
