import { useQuery } from "@tanstack/react-query";
import { EyeIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { viewersQuery } from "@/api/conversations/list-viewers";
import { useMe } from "@/api/me/get-me";
import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { initialsOf } from "@/lib/format";
import { usePeople } from "../../hooks/use-people";

const MOST = 3;

/** Who else has the conversation open, so that two people do not answer at once. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const { nameOf } = usePeople();
  const ids = useQuery(viewersQuery(conversationId)).data?.user_ids ?? [];
  const names = ids.filter((id) => id !== me).map((id) => nameOf(id) ?? t("handling.somebody"));
  if (names.length === 0) return null;
  const label = t("handling.viewing", { count: names.length, names: names.join(", ") });
  return (
    <Tooltip>
      <TooltipTrigger
        type="button"
        aria-label={label}
        className="flex items-center gap-1 rounded-full border bg-card px-1.5 py-0.5 outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
      >
        <EyeIcon aria-hidden className="size-3.5 text-muted-foreground" />
        <span className="flex -space-x-1.5">
          {names.slice(0, MOST).map((name) => (
            <Avatar key={name} className="size-5 border border-card">
              <AvatarFallback className="text-[0.6rem]">{initialsOf(name)}</AvatarFallback>
            </Avatar>
          ))}
        </span>
      </TooltipTrigger>
      <TooltipContent>{label}</TooltipContent>
    </Tooltip>
  );
}
