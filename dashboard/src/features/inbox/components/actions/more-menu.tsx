import { AlarmClockIcon, ArchiveIcon, BotIcon, FlagIcon, LinkIcon, MoreVerticalIcon, TagIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ConversationActions } from "../../hooks/use-conversation-actions";
import { useOpenDialog } from "../../stores/open-dialog";
import type { Conversation } from "../../utils/patch-conversation";

const PRIORITIES = ["urgent", "high", "medium", "low"] as const;

type Props = { conversation: Conversation; actions: ConversationActions; mayHandle: boolean };

/** What is done with a conversation more rarely. */
export function MoreMenu({ conversation, actions, mayHandle }: Props) {
  const { t } = useTranslation("inbox");
  const open = useOpenDialog((state) => state.open);
  const isOpen = conversation.status === "active" || conversation.status === "waiting";
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/inbox/${conversation.id}`);
    toast.success(t("handling.linkCopied"));
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("handling.more")}>
          <MoreVerticalIcon aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {mayHandle && isOpen ? (
          <DropdownMenuItem onSelect={() => open("snooze")}>
            <AlarmClockIcon aria-hidden /> {t("handling.snooze")}
          </DropdownMenuItem>
        ) : null}
        {mayHandle ? (
          <DropdownMenuItem onSelect={() => open("tags")}>
            <TagIcon aria-hidden /> {t("handling.tags")}
          </DropdownMenuItem>
        ) : null}
        {mayHandle && isOpen ? <PrioritySubmenu conversation={conversation} actions={actions} /> : null}
        {mayHandle && isOpen && conversation.handler !== "bot" ? (
          <DropdownMenuItem onSelect={() => actions.release.mutate()}>
            <BotIcon aria-hidden /> {t("handling.release")}
          </DropdownMenuItem>
        ) : null}
        {mayHandle && conversation.status === "resolved" ? (
          <DropdownMenuItem onSelect={() => actions.archive.mutate()}>
            <ArchiveIcon aria-hidden /> {t("handling.archive")}
          </DropdownMenuItem>
        ) : null}
        {mayHandle && conversation.status !== "archived" ? <DropdownMenuSeparator /> : null}
        <DropdownMenuItem onSelect={() => void copy()}>
          <LinkIcon aria-hidden /> {t("handling.copyLink")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function PrioritySubmenu({ conversation, actions }: Omit<Props, "mayHandle">) {
  const { t } = useTranslation("inbox");
  const choose = (value: string) => {
    const priority = PRIORITIES.find((one) => one === value);
    if (priority) actions.update.mutate({ priority });
  };
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <FlagIcon aria-hidden /> {t("handling.priority")}
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        <DropdownMenuRadioGroup value={conversation.priority} onValueChange={choose}>
          {PRIORITIES.map((priority) => (
            <DropdownMenuRadioItem key={priority} value={priority}>
              {t(`handling.priorities.${priority}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}
