import { BotIcon, MegaphoneIcon, type LucideIcon } from "lucide-react";
import { memo, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import type { Choosing } from "./choices";
import { contentOf, wordsOf, type ShownMessage } from "./content";
import { FailureNote } from "./failure-note";
import { isViewable } from "./file-view";
import { isEmojiOnly } from "./format-text";
import { MessageContentView } from "./message-content";
import { Quote } from "./quote";
import { Reactions } from "./reactions";
import { ReferralCard } from "./referral-card";
import { Ticks } from "./ticks";

type Props = Choosing & {
  message: ShownMessage;
  /** Whose phone it is: theirs has our messages on the left. */
  perspective?: "business" | "contact";
  /** Whether it stands right under another of the same writer. */
  isFollowing?: boolean;
  contactName?: string;
  previewUrl?: string;
  isSending?: boolean;
  /** What can be done with it: shown on hover and focus. */
  actions?: ReactNode;
  onOpenFile?: (id: string) => void;
  onQuoteClick?: (id: string) => void;
  onRetry?: (id: string) => void;
};

const MARKS: Partial<Record<NonNullable<ShownMessage["sender"]>, LucideIcon>> = {
  bot: BotIcon,
  campaign: MegaphoneIcon,
};

/** One message as WhatsApp draws it: words, files, choices, quote, ticks, reactions, and what went wrong. */
export const MessageBubble = memo(function MessageBubble(props: Props) {
  const { message, perspective = "business", isFollowing, contactName, actions, onQuoteClick, onRetry } = props;
  const { t } = useTranslation("message");
  const isOut = message.direction === "outbound";
  const isRight = isOut === (perspective === "business");
  const content = useMemo(() => contentOf(message.content), [message.content]);
  const isBare = content.type === "sticker" || (content.type === "text" && isEmojiOnly(content.body));
  const quoted = message.quoted;
  const who = isOut
    ? (message.sender_name ?? t(`sender.${message.sender ?? "agent"}`))
    : (contactName ?? t("sender.contact"));
  return (
    <div className={cn("group/message flex flex-col", isRight ? "items-end" : "items-start")}>
      <div className={cn("flex w-full items-center gap-1", isRight && "flex-row-reverse")}>
        <article
          aria-label={t("label", { who, at: formatDateTime(message.created_at) })}
          className={cn(
            "relative w-fit max-w-[min(34rem,85%)] min-w-20 rounded-lg px-2.5 py-1.5 shadow-xs",
            isRight ? "bg-bubble-out text-bubble-out-foreground" : "bg-bubble-in text-bubble-in-foreground",
            !isFollowing && (isRight ? "rounded-tr-none" : "rounded-tl-none"),
            isBare && !quoted && "bg-transparent text-foreground shadow-none",
          )}
        >
          {isOut && perspective === "business" && !isFollowing && <Writer message={message} />}
          {message.referral ? <ReferralCard referral={message.referral} /> : null}
          {quoted && (
            <Quote
              quoted={quoted}
              contactName={contactName}
              onClick={onQuoteClick && (() => onQuoteClick(quoted.id))}
            />
          )}
          {message.revoked_at ? (
            <p className="italic opacity-80">{t("revoked")}</p>
          ) : (
            <Body {...props} content={content} />
          )}
          <Foot message={message} isSending={props.isSending} isOut={isOut && perspective === "business"} />
        </article>
        {actions}
      </div>
      <Reactions reactions={message.reactions ?? []} />
      {message.status === "failed" && (
        <FailureNote
          code={message.error_code}
          detail={message.error_detail}
          onRetry={onRetry && !message.retried_as ? () => onRetry(message.id) : undefined}
        />
      )}
    </div>
  );
});

function Body({
  message,
  content,
  previewUrl,
  onOpenFile,
  chosenId,
  onChoose,
}: Props & { content: ReturnType<typeof contentOf> }) {
  const isOpening = onOpenFile && isViewable(content);
  return (
    <MessageContentView
      content={content}
      media={message.media}
      previewUrl={previewUrl}
      onOpenFile={isOpening ? () => onOpenFile(message.id) : undefined}
      chosenId={chosenId}
      onChoose={onChoose}
    />
  );
}

function Writer({ message }: { message: ShownMessage }) {
  const { t } = useTranslation("message");
  const sender = message.sender ?? "agent";
  const Mark = MARKS[sender];
  const name = message.sender_name ?? (sender === "agent" ? null : t(`sender.${sender}`));
  if (!name) return null;
  return (
    <p className="mb-0.5 flex items-center gap-1 text-xs font-medium opacity-80">
      {Mark && <Mark aria-hidden className="size-3" />} {name}
    </p>
  );
}

function Foot({ message, isOut, isSending }: { message: ShownMessage; isOut: boolean; isSending?: boolean }) {
  const { t } = useTranslation("message");
  const status = isSending ? "queued" : message.status;
  return (
    <p className="mt-0.5 flex items-center justify-end gap-1 text-[0.6875rem] leading-none opacity-80">
      {message.edited_at && <span>{t("edited")}</span>}
      {message.retried_as && <span>{t("retried")}</span>}
      <time dateTime={message.created_at} title={formatDateTime(message.created_at)} className="tabular-nums">
        {formatTime(message.created_at)}
      </time>
      {isOut && status && <Ticks status={status} />}
    </p>
  );
}

/** The words of a message, for copying. */
export const copyableOf = (message: ShownMessage): string | null => wordsOf(contentOf(message.content));
