import { useTranslation } from "react-i18next";
import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { initialsOf } from "@/lib/format";
import { cn } from "@/lib/utils";
import type { Person } from "../../hooks/use-people";

const DOT: Record<Person["status"], string> = {
  online: "bg-success",
  away: "bg-warning",
  busy: "bg-destructive",
  offline: "border border-muted-foreground bg-card",
};

/** A colleague in a list: whether they are there, and how much they have in hand. */
export function PersonLine({ person, isMe = false }: { person: Person; isMe?: boolean }) {
  const { t } = useTranslation("inbox");
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span className="relative">
        <Avatar className="size-6">
          <AvatarFallback className="text-[0.65rem]">{initialsOf(person.name)}</AvatarFallback>
        </Avatar>
        <span className={cn("absolute -right-0.5 -bottom-0.5 size-2 rounded-full", DOT[person.status])} />
      </span>
      <span className="truncate">{isMe ? t("handling.meNamed", { name: person.name }) : person.name}</span>
      <span className="ml-auto shrink-0 text-xs text-muted-foreground">
        {t(`handling.presence.${person.status}`)}
        {person.open === null ? null : ` · ${t("handling.openCount", { count: person.open })}`}
      </span>
    </span>
  );
}
