import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { FlowPicture } from "../../picture/flow-picture";
import { useEditor } from "../../stores/editor";
import { DRAFT, type Side } from "../api/get-flow-diff";
import { flowVersionQuery } from "../api/get-flow-version";
import { type DiffGroups, diffMarks, unionOf } from "../utils/diff-groups";

type Props = { flowId: string; from: Side; to: Side; groups: DiffGroups; onClose: () => void };

/** The difference as a picture: what is new, what changed, and what is gone, each in its colour and with its sign. */
export function DiffDialog({ flowId, from, to, groups, onClose }: Props) {
  const { t } = useTranslation("flow-panels");
  const [older, newer] = [useSide(flowId, from), useSide(flowId, to)];
  const union = useMemo(() => unionOf(older.document, newer.document), [older.document, newer.document]);
  const marks = useMemo(() => diffMarks(groups), [groups]);
  const error = older.error ?? newer.error;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="flex h-[85dvh] flex-col sm:max-w-[90vw]">
        <DialogHeader>
          <DialogTitle>{t("diff.title")}</DialogTitle>
          <DialogDescription>{t("diff.legend")}</DialogDescription>
        </DialogHeader>
        <div className="min-h-0 flex-1 overflow-hidden rounded-lg border">
          {error ? <ErrorState error={error} /> : null}
          {older.document && newer.document ? (
            <FlowPicture document={union} marks={marks} focus={Object.keys(marks.nodes)} label={t("diff.title")} />
          ) : (
            !error && <Skeleton className="h-full" />
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function useSide(flowId: string, side: Side) {
  const draft = useEditor((state) => state.saved.document);
  const version = useQuery({ ...flowVersionQuery(flowId, Number(side)), enabled: side !== DRAFT });
  return side === DRAFT ? { document: draft, error: null } : { document: version.data?.document, error: version.error };
}
