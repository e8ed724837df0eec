import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDateTime } from "@/lib/format";
import { FlowPicture } from "../../picture/flow-picture";
import { NO_MARKS } from "../../picture/marks";
import { readDocument } from "../../utils/document";
import { flowVersionQuery } from "../api/get-flow-version";

type Props = { flowId: string; number: number; onClose: () => void };

/** A version as it was drawn. */
export function VersionDialog({ flowId, number, onClose }: Props) {
  const { t } = useTranslation("flow-panels");
  const version = useQuery(flowVersionQuery(flowId, number));
  const document = useMemo(() => readDocument(version.data?.document), [version.data]);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="flex h-[85dvh] flex-col sm:max-w-[90vw]">
        <DialogHeader>
          <DialogTitle>{t("versions.number", { number })}</DialogTitle>
          <DialogDescription>{version.data ? formatDateTime(version.data.published_at) : ""}</DialogDescription>
        </DialogHeader>
        <div className="min-h-0 flex-1 overflow-hidden rounded-lg border">
          {version.isPending && <Skeleton className="h-full" />}
          {version.isError && <ErrorState error={version.error} onRetry={() => void version.refetch()} />}
          {version.data && (
            <FlowPicture document={document} marks={NO_MARKS} label={t("versions.number", { number })} />
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
