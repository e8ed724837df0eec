import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { DeleteDialog } from "@/components/delete-dialog";
import { useDeleteSegment } from "../api/delete-segment";

type Props = { segment: Schema<"SegmentRow">; onClose: () => void };

/** Asks before a segment is forgotten. */
export function DeleteSegmentDialog({ segment, onClose }: Props) {
  const { t } = useTranslation("segments");
  return (
    <DeleteDialog
      id={segment.id}
      title={t("delete.title", { name: segment.name })}
      description={t("delete.description")}
      confirmLabel={t("common:delete")}
      done={t("delete.done")}
      to="/segments"
      deleting={useDeleteSegment()}
      onClose={onClose}
    />
  );
}
