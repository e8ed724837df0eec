import { CopyIcon, CornerUpLeftIcon, MoreHorizontalIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { copyableOf } from "@/components/message/message-bubble";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { cn } from "@/lib/utils";

const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

type Props = {
  message: MessageRow;
  onReply?: (message: MessageRow) => void;
  onReact?: (message: MessageRow, emoji: string | null) => void;
};

/** What can be done with one message: answer it, react to it, copy its words. */
export function MessageActions({ message, onReply, onReact }: Props) {
  const { t } = useTranslation("inbox");
  const words = copyableOf(message);
  const isOnWhatsApp = message.provider_message_id !== null && message.revoked_at === null;
  if (!words && !isOnWhatsApp) return null;
  const ours = message.reactions?.find(({ side }) => side === "business")?.emoji;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("thread.actions")}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full text-muted-foreground opacity-0 outline-none group-focus-within/message:opacity-100 group-hover/message:opacity-100 hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
      >
        <MoreHorizontalIcon aria-hidden className="size-4" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="center">
        {onReact && isOnWhatsApp && (
          <>
            <div className="flex">
              {QUICK.map((emoji) => (
                <DropdownMenuItem
                  key={emoji}
                  aria-label={t(emoji === ours ? "thread.unreact" : "thread.react", { emoji })}
                  className={cn("size-9 justify-center text-lg", emoji === ours && "bg-accent")}
                  onSelect={() => onReact(message, emoji === ours ? null : emoji)}
                >
                  {emoji}
                </DropdownMenuItem>
              ))}
            </div>
            <DropdownMenuSeparator />
          </>
        )}
        {onReply && isOnWhatsApp && (
          <DropdownMenuItem onSelect={() => onReply(message)}>
            <CornerUpLeftIcon aria-hidden /> {t("thread.reply")}
          </DropdownMenuItem>
        )}
        {words && (
          <DropdownMenuItem onSelect={() => void navigator.clipboard.writeText(words)}>
            <CopyIcon aria-hidden /> {t("thread.copy")}
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
