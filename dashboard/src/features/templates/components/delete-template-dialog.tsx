import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { tellError } from "@/lib/tell-error";
import { useDeleteTemplate } from "../api/delete-template";

type Props = { template: Schema<"TemplateRow">; onClose: () => void };

/** Asks before a template is deleted at Meta. */
export function DeleteTemplateDialog({ template, onClose }: Props) {
  const { t } = useTranslation("templates");
  const navigate = useNavigate();
  const deleting = useDeleteTemplate();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("delete.title", { name: template.name })}
      description={t("delete.description")}
      confirmLabel={t("common:delete")}
      destructive
      pending={deleting.isPending}
      onConfirm={() =>
        deleting.mutate(template.id, {
          onSuccess: () => {
            toast.success(t("delete.done"));
            onClose();
            void navigate("/templates", { replace: true });
          },
          onError: (error) => {
            tellError(error);
            onClose();
          },
        })
      }
    />
  );
}
