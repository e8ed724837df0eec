import { useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MediaViewer } from "@/components/message/media-viewer";
import { viewablesOf } from "@/components/message/viewables";
import { formatPhone } from "@/lib/format";
import { useMarkRead } from "../../hooks/use-mark-read";
import { useThreadDoing } from "../../hooks/use-thread-doing";
import { useThreadScroll } from "../../hooks/use-thread-scroll";
import { useThreadItems, type useMessages } from "../../hooks/use-thread";
import { firstUnread } from "../../utils/thread-items";
import { JumpToLatest } from "./jump-to-latest";
import { LatestNews } from "./latest-news";
import type { ThreadProps } from "./thread";
import { ThreadRow } from "./thread-row";
import { TypingLine } from "./typing-line";

type Props = ThreadProps & { thread: ReturnType<typeof useMessages>; children?: ReactNode };

/** The lines of a thread, as many as are near; the viewer over them. */
export function ThreadView({ conversation, thread, onReply, onRetry, children }: Props) {
  const { t } = useTranslation("inbox");
  const { messages, hasNextPage } = thread;
  const [unread] = useState(() => firstUnread(messages, conversation.unread_count));
  const viewables = useMemo(() => viewablesOf(messages), [messages]);
  const [opened, setOpened] = useState<string | null>(null);
  const items = useThreadItems(conversation.id, { messages, isWhole: !hasNextPage, unread });
  const box = useRef<HTMLDivElement>(null);
  const scroll = useThreadScroll(box, items, thread);
  const { virtualizer, isAtEnd } = scroll;
  useMarkRead(conversation, isAtEnd);
  const name =
    conversation.contact_name ??
    (conversation.contact_phone ? formatPhone(conversation.contact_phone) : t("list.unnamed"));
  const { doing, marked } = useThreadDoing({
    conversationId: conversation.id,
    items,
    thread,
    virtualizer,
    onReply,
    onRetry,
    onOpenFile: setOpened,
  });

  return (
    <section aria-label={t("thread.label", { name })} className="relative flex min-h-0 flex-1 flex-col bg-thread">
      <div
        ref={box}
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t("thread.label", { name })}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset"
        onScroll={scroll.onScroll}
      >
        {thread.isFetchingNextPage && (
          <p
            role="status"
            className="sticky top-0 z-10 mx-auto h-0 w-fit overflow-visible text-xs text-muted-foreground"
          >
            <span className="rounded-md bg-background/90 px-2 py-1">{t("thread.older")}</span>
          </p>
        )}
        {children}
        <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtual) => {
            const item = items[virtual.index];
            if (!item) return null;
            return (
              <div
                key={virtual.key}
                ref={virtualizer.measureElement}
                data-index={virtual.index}
                className={`absolute inset-x-0 top-0 px-3 sm:px-5 ${marked === item.key ? "bg-primary/15" : ""}`}
                style={{ transform: `translateY(${virtual.start}px)` }}
              >
                <ThreadRow item={item} contactName={name} doing={doing} />
              </div>
            );
          })}
        </div>
      </div>
      {!isAtEnd && <JumpToLatest items={items} leftAt={scroll.leftAt} onJump={scroll.toEnd} />}
      <TypingLine conversationId={conversation.id} />
      <LatestNews messages={messages} name={name} />
      <MediaViewer items={viewables} openId={opened} onOpen={setOpened} />
    </section>
  );
}
