import { AlertCircleIcon, BanIcon, CheckCheckIcon, CheckIcon, ClockIcon, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { cn } from "@/lib/utils";

type Status = MessageRow["status"];

const SHOWN: Partial<Record<Status, [LucideIcon, string]>> = {
  queued: [ClockIcon, ""],
  sent: [CheckIcon, ""],
  delivered: [CheckCheckIcon, ""],
  read: [CheckCheckIcon, "text-tick"],
  played: [CheckCheckIcon, "text-tick"],
  failed: [AlertCircleIcon, "text-destructive"],
  cancelled: [BanIcon, ""],
};

/** How far a message of ours got, as WhatsApp shows it; said in words to who cannot see it. */
export function Ticks({ status, className }: { status: Status; className?: string }) {
  const { t } = useTranslation("message");
  const shown = SHOWN[status];
  if (!shown) return null;
  const [Icon, colour] = shown;
  return (
    <span title={t(`status.${status}`)} className={cn("inline-flex", colour, className)}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{t(`status.${status}`)}</span>
    </span>
  );
}
