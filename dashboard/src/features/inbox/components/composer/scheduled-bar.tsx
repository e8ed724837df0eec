import { useQuery } from "@tanstack/react-query";
import { CalendarClockIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { contentOf } from "@/components/message/content";
import { previewOf } from "@/components/message/preview";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { formatDateTime } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { useCancelScheduled } from "../../api/cancel-scheduled";
import { scheduledQuery } from "../../api/list-scheduled";

/** What will be sent in the conversation later, each to be cancelled; nothing where nothing is scheduled. */
export function ScheduledBar({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const { t: tMessage } = useTranslation("message");
  const maySend = useMay("messages:send");
  const scheduled = useQuery({ ...scheduledQuery(conversationId), enabled: maySend }).data ?? [];
  const cancel = useCancelScheduled();
  if (scheduled.length === 0) return null;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="h-7 text-xs">
          <CalendarClockIcon aria-hidden /> {t("composer.schedule.count", { count: scheduled.length })}
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top" align="end" className="w-80 p-0">
        <ul className="max-h-72 divide-y overflow-y-auto">
          {scheduled.map((row) => (
            <li key={row.id} className="flex items-start gap-2 p-3">
              <div className="min-w-0 flex-1">
                <p className="text-xs font-medium">{formatDateTime(row.send_at)}</p>
                <p className="line-clamp-2 text-xs break-words text-muted-foreground">
                  {previewOf(contentOf(row.content), tMessage)}
                </p>
              </div>
              <Button
                variant="outline"
                size="sm"
                className="h-7 text-xs"
                disabled={cancel.isPending}
                onClick={() => cancel.mutate(row.id, { onError: (error) => tellError(error) })}
              >
                {t("composer.schedule.cancel")}
              </Button>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
