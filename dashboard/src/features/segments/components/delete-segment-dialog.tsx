import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { tellError } from "@/lib/tell-error";
import { useDeleteSegment } from "../api/delete-segment";

type Props = { segment: Schema<"SegmentRow">; onClose: () => void };

/** Asks before a segment is forgotten. */
export function DeleteSegmentDialog({ segment, onClose }: Props) {
  const { t } = useTranslation("segments");
  const navigate = useNavigate();
  const deleting = useDeleteSegment();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("delete.title", { name: segment.name })}
      description={t("delete.description")}
      confirmLabel={t("common:delete")}
      destructive
      pending={deleting.isPending}
      onConfirm={() =>
        deleting.mutate(segment.id, {
          onSuccess: () => {
            toast.success(t("delete.done"));
            onClose();
            void navigate("/segments", { replace: true });
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
