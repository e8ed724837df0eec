import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { DeleteDialog } from "@/components/delete-dialog";
import { useDeleteTemplate } from "../api/delete-template";

type Props = { template: Schema<"TemplateRow">; onClose: () => void };

/** Asks before a template is deleted at Meta. */
export function DeleteTemplateDialog({ template, onClose }: Props) {
  const { t } = useTranslation("templates");
  return (
    <DeleteDialog
      id={template.id}
      title={t("delete.title", { name: template.name })}
      description={t("delete.description")}
      confirmLabel={t("common:delete")}
      done={t("delete.done")}
      to="/templates"
      deleting={useDeleteTemplate()}
      onClose={onClose}
    />
  );
}
