import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMe } from "@/api/me/get-me";
import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { formatDateTime, formatPhone, initialsOf } from "@/lib/format";
import { usePeople } from "../../hooks/use-people";
import type { Conversation } from "../../utils/patch-conversation";
import { standingOf } from "../../utils/standing";
import { WindowBadge } from "./window-badge";

const FOREVER = "9999";

/** With whom the conversation is, and how it stands: who has it, in which department, until when it sleeps. */
export function HeaderTitle({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const name = conversation.contact_name ?? (conversation.contact_phone && formatPhone(conversation.contact_phone));
  const shown = name || t("handling.unnamed");
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5">
      <Avatar className="size-9 @max-xl:hidden">
        <AvatarFallback>{initialsOf(shown)}</AvatarFallback>
      </Avatar>
      <div className="min-w-0">
        <div className="flex items-center gap-2">
          <h2 className="truncate text-sm font-semibold">{shown}</h2>
          <WindowBadge conversation={conversation} />
        </div>
        <Standing conversation={conversation} />
      </div>
    </div>
  );
}

function Standing({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const { nameOf } = usePeople();
  const departments = useQuery(departmentDirectoryQuery).data?.items;
  const standing = standingOf(conversation, me);
  const parts = [
    standing === "over"
      ? t(`handling.status.${conversation.status}`)
      : t(`handling.standing.${standing}`, { name: nameOf(conversation.assigned_to) ?? t("handling.somebody") }),
    departments?.find(({ id }) => id === conversation.department_id)?.name,
    conversation.snoozed_until && asleep(conversation.snoozed_until),
  ];
  function asleep(until: string): string {
    return until.startsWith(FOREVER)
      ? t("handling.asleepForever")
      : t("handling.asleep", { until: formatDateTime(until, { dateStyle: "short", timeStyle: "short" }) });
  }
  return <p className="truncate text-xs text-muted-foreground">{parts.filter(Boolean).join(" · ")}</p>;
}
