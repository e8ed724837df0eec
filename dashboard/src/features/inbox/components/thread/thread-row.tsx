import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { MessageBubble } from "@/components/message/message-bubble";
import { useNow } from "@/hooks/use-now";
import { dayOf, formatDateTime } from "@/lib/format";
import type { ThreadItem } from "../../utils/thread-items";
import { MessageActions } from "./message-actions";
import { NoteBubble } from "./note-bubble";
import { OutgoingBubble } from "./outgoing-bubble";
import { StoryLine } from "./story-line";

/** What can be done in a thread; the functions stay the same ones, so that rows are not drawn again. */
export type ThreadDoing = {
  onReply?: (message: MessageRow) => void;
  onReact?: (message: MessageRow, emoji: string | null) => void;
  onOpenFile: (messageId: string) => void;
  onQuoteClick: (messageId: string) => void;
  onRetryMessage?: (messageId: string) => void;
  onRetry: (localId: string) => void;
  onDelete: (localId: string) => void;
};

type Props = { item: ThreadItem; contactName: string; doing: ThreadDoing };

/** One line of a thread, whatever it is; under the name of its day where it is the first of it. */
export const ThreadRow = memo(function ThreadRow(props: Props) {
  const { day } = props.item;
  if (!day) return <Line {...props} />;
  return (
    <div className="grid gap-1.5">
      <DayLine at={day} />
      <Line {...props} />
    </div>
  );
});

function Line({ item, contactName, doing }: Props) {
  switch (item.kind) {
    case "unread":
      return <UnreadLine count={item.count} />;
    case "story":
      return <StoryLine story={item.story} />;
    case "note":
      return <NoteBubble note={item.note} />;
    case "outgoing":
      return <OutgoingBubble item={item.item} onRetry={doing.onRetry} onDelete={doing.onDelete} />;
    case "message":
      return (
        <MessageLine
          message={item.message}
          isFollowing={item.isFollowing}
          chosenId={item.chosenId}
          contactName={contactName}
          doing={doing}
        />
      );
  }
}

type MessageProps = Omit<Props, "item"> &
  Pick<Extract<ThreadItem, { kind: "message" }>, "message" | "isFollowing" | "chosenId">;

const MessageLine = memo(function MessageLine({ message, isFollowing, chosenId, contactName, doing }: MessageProps) {
  const actions = useMemo(
    () => <MessageActions message={message} onReply={doing.onReply} onReact={doing.onReact} />,
    [message, doing],
  );
  return (
    <MessageBubble
      message={message}
      contactName={contactName}
      isFollowing={isFollowing}
      chosenId={chosenId}
      onOpenFile={doing.onOpenFile}
      onQuoteClick={doing.onQuoteClick}
      onRetry={doing.onRetryMessage}
      actions={actions}
    />
  );
});

const DAY_MS = 86_400_000;

function DayLine({ at }: { at: string }) {
  const { t } = useTranslation("inbox");
  const now = useNow();
  const day = dayOf(at);
  const isDay = (moment: number) => day === dayOf(new Date(moment).toISOString());
  const label = isDay(now)
    ? t("thread.today")
    : isDay(now - DAY_MS)
      ? t("thread.yesterday")
      : formatDateTime(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return (
    <h3 className="mx-auto w-fit rounded-md bg-background/80 px-2.5 py-1 text-xs font-medium text-muted-foreground first-letter:uppercase">
      <time dateTime={day}>{label}</time>
    </h3>
  );
}

function UnreadLine({ count }: { count: number }) {
  const { t } = useTranslation("inbox");
  return (
    <p className="flex items-center gap-3 text-xs font-medium text-primary before:h-px before:flex-1 before:bg-primary/50 after:h-px after:flex-1 after:bg-primary/50">
      {t("thread.unread", { count })}
    </p>
  );
}
