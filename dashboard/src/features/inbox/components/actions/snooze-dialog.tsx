import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { formatDateTime, timeZone } from "@/lib/format";
import type { ConversationActions } from "../../hooks/use-conversation-actions";
import { snoozePresets } from "../../utils/snooze";
import { momentOf, wallTimeOf } from "../../utils/zoned";

/** Lets a conversation sleep: until one of some usual times, a time of one's own, or the contact's next message. */
export function SnoozeDialog({ actions, onClose }: { actions: ConversationActions; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const [now] = useState(() => new Date());
  const zone = timeZone();
  const snooze = (until: Date | null) => {
    actions.snooze.mutate(until?.toISOString() ?? null);
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("handling.snoozeDialog.title")}</DialogTitle>
          <DialogDescription>{t("handling.snoozeDialog.description", { zone })}</DialogDescription>
        </DialogHeader>
        <ul className="grid gap-1">
          {snoozePresets(now, zone).map(({ name, until }) => (
            <li key={name}>
              <Button variant="outline" className="w-full justify-between" onClick={() => snooze(until)}>
                <span>{t(`handling.snoozeDialog.presets.${name}`)}</span>
                <span className="text-xs font-normal text-muted-foreground">
                  {formatDateTime(until.toISOString(), {
                    weekday: "short",
                    day: "2-digit",
                    month: "short",
                    hour: "2-digit",
                    minute: "2-digit",
                  })}
                </span>
              </Button>
            </li>
          ))}
          <li>
            <Button variant="outline" className="w-full justify-start" onClick={() => snooze(null)}>
              {t("handling.snoozeDialog.untilReply")}
            </Button>
          </li>
        </ul>
        <OwnTime now={now} zone={zone} onChoose={snooze} />
      </DialogContent>
    </Dialog>
  );
}

function OwnTime({ now, zone, onChoose }: { now: Date; zone: string; onChoose: (until: Date) => void }) {
  const { t } = useTranslation("inbox");
  const [wall, setWall] = useState("");
  const isPast = wall !== "" && momentOf(wall, zone) <= now;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wall && !isPast) onChoose(momentOf(wall, zone));
  };
  return (
    <form onSubmit={submit} className="grid gap-1.5 border-t pt-4">
      <Label htmlFor="snooze-until">{t("handling.snoozeDialog.own")}</Label>
      <div className="flex gap-2">
        <Input
          id="snooze-until"
          type="datetime-local"
          min={wallTimeOf(now, zone)}
          value={wall}
          aria-invalid={isPast}
          aria-describedby={isPast ? "snooze-past" : undefined}
          onChange={(event) => setWall(event.target.value)}
        />
        <Button type="submit" disabled={wall === "" || isPast}>
          {t("handling.snooze")}
        </Button>
      </div>
      {isPast ? (
        <p id="snooze-past" role="alert" className="text-xs text-destructive">
          {t("handling.snoozeDialog.past")}
        </p>
      ) : null}
    </form>
  );
}
