import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { errorText } from "@/lib/error-text";
import { useRestoreFlowVersion } from "../api/restore-flow-version";

type Props = { flowId: string; version: Schema<"FlowVersionRow"> | null; onClose: () => void };

/** Asks before a version takes the draft's place. */
export function RestoreDialog({ flowId, version, onClose }: Props) {
  const { t } = useTranslation("flow-panels");
  const restore = useRestoreFlowVersion(flowId);
  const confirm = () =>
    version &&
    restore.mutate(version.number, {
      onSuccess: () => {
        toast.success(t("versions.restored", { number: version.number }));
        onClose();
      },
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <ConfirmDialog
      open={version !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("versions.restore_title", { number: version?.number ?? 0 })}
      description={t("versions.restore_text")}
      confirmLabel={t("versions.restore")}
      destructive
      pending={restore.isPending}
      onConfirm={confirm}
    />
  );
}
