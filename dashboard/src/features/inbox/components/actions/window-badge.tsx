import { ClockIcon, LockIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import { formatDuration } from "@/lib/format";
import { windowOf } from "../../utils/service-window";
import type { Conversation } from "../../utils/patch-conversation";

/** How long free messages may still be sent, where it is about to end or has ended. */
export function WindowBadge({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const { state, secondsLeft } = windowOf(conversation, useNow());
  if (state === "open") return null;
  if (state === "closed")
    return (
      <Badge variant="outline">
        <LockIcon aria-hidden /> {t("handling.window.closed")}
      </Badge>
    );
  return (
    <Badge variant="warning">
      <ClockIcon aria-hidden /> {t("handling.window.closing", { time: formatDuration(secondsLeft) })}
    </Badge>
  );
}
