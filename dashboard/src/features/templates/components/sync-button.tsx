import { useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCwIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { formatRelative } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { cn } from "@/lib/utils";
import { isReading, syncQuery } from "../api/get-sync";
import { useSyncTemplates } from "../api/sync-templates";

/** Has the templates of a number read at Meta, and tells how far that is. */
export function SyncButton({ configId }: { configId: string }) {
  const { t } = useTranslation("templates");
  const client = useQueryClient();
  const sync = useQuery(syncQuery(configId)).data;
  const ordering = useSyncTemplates();
  const reading = isReading(sync);
  const wasReading = useRef(false);

  useEffect(() => {
    if (wasReading.current && sync && !reading) {
      void client.invalidateQueries({ queryKey: ["templates", "list"] });
      if (sync.state === "failed") toast.error(t("sync.failed", { error: sync.error ?? "" }));
      else
        toast.success(
          t("sync.done", { found: sync.found ?? 0, changed: sync.changed ?? 0, deleted: sync.deleted ?? 0 }),
        );
    }
    wasReading.current = reading;
  }, [client, reading, sync, t]);

  const order = () => {
    if (reading || ordering.isPending) return;
    ordering.mutate({ configId, key: crypto.randomUUID() }, { onError: tellError });
  };
  const words = reading
    ? t("sync.reading", { found: sync?.found ?? 0 })
    : sync?.finished_at
      ? t("sync.last", { ago: formatRelative(sync.finished_at) })
      : t("sync.never");
  return (
    <Button variant="outline" size="sm" title={words} aria-disabled={reading || ordering.isPending} onClick={order}>
      <RefreshCwIcon aria-hidden className={cn(reading && "animate-spin")} />
      <span aria-live="polite">{reading ? words : t("sync.action")}</span>
    </Button>
  );
}
