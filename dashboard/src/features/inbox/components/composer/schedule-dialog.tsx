import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useSendKey } from "@/hooks/use-send-key";
import { formatDateTime, timeZone } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { scheduleMessage } from "../../api/schedule-message";
import type { OutgoingContent } from "../../stores/outgoing";
import { momentOf, wallTimeOf } from "../../utils/zoned";

type Props = {
  conversationId: string;
  content: OutgoingContent;
  replyTo: string | null;
  onDone: () => void;
  onClose: () => void;
};

/** Says when what is written is to be sent, in the person's own zone. */
export function ScheduleDialog({ conversationId, content, replyTo, onDone, onClose }: Props) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const zone = timeZone();
  const [now] = useState(() => new Date());
  const keyOf = useSendKey();
  const [wall, setWall] = useState(() => wallTimeOf(new Date(now.getTime() + 3_600_000), zone));
  const at = wall ? momentOf(wall, zone) : null;
  const isGood = at !== null && at > now;
  const schedule = useMutation({
    mutationFn: (sendAt: string) => {
      const message = { conversation_id: conversationId, content, reply_to: replyTo, send_at: sendAt };
      return scheduleMessage(message, keyOf(message));
    },
    onSuccess: (row) => {
      void client.invalidateQueries({ queryKey: ["messages", "scheduled", conversationId] });
      toast.success(t("composer.schedule.done", { at: formatDateTime(row.send_at) }));
      onDone();
      onClose();
    },
    onError: (error) => tellError(error),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at && isGood && !schedule.isPending) schedule.mutate(at.toISOString());
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="sm:max-w-sm">
        <form onSubmit={submit} className="grid gap-4">
          <DialogHeader>
            <DialogTitle>{t("composer.schedule.title")}</DialogTitle>
            <DialogDescription>{t("composer.schedule.description", { zone })}</DialogDescription>
          </DialogHeader>
          <div className="grid gap-1.5">
            <Label htmlFor="send-at">{t("composer.schedule.at")}</Label>
            <Input
              id="send-at"
              type="datetime-local"
              required
              min={wallTimeOf(now, zone)}
              value={wall}
              aria-invalid={!isGood}
              onChange={(event) => setWall(event.target.value)}
            />
            {wall && !isGood ? (
              <p role="alert" className="text-xs text-destructive">
                {t("handling.snoozeDialog.past")}
              </p>
            ) : null}
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {t("handling.cancel")}
            </Button>
            <Button type="submit" aria-disabled={!isGood || schedule.isPending}>
              {t("composer.schedule.submit")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
