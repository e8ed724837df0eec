import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetDescription, SheetTitle } from "@/components/ui/sheet";
import { useMediaQuery } from "@/hooks/use-media-query";
import { useConversation } from "../hooks/use-conversation";
import { useSendMessage } from "../hooks/use-send-message";
import { usePanel } from "../stores/panel";
import { ConversationHeader } from "./actions/conversation-header";
import { Composer } from "./composer/composer";
import { ContactPanel } from "./panel/contact-panel";
import { Thread } from "./thread/thread";
import { ThreadSkeleton } from "./thread/thread-skeleton";

/** So wide that the contact's details fit beside the thread. */
const WIDE = "(min-width: 90rem)";

type Props = { conversationId: string; onBack: () => void };

/** The open conversation: head, thread, composer, and the contact's details beside it or over it. */
export function ConversationPane({ conversationId, onBack }: Props) {
  const { t } = useTranslation("inbox");
  const { data: conversation, error, refetch } = useConversation(conversationId);
  const [replyTo, setReplyTo] = useState<MessageRow | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isWide = useMediaQuery(WIDE);
  const { isShown, toggle } = usePanel();
  const { retry } = useSendMessage();

  if (!conversation && error)
    return (
      <div className="flex flex-1 flex-col items-center justify-center gap-2 bg-thread">
        <ErrorState error={error} onRetry={() => void refetch()} />
        <Button variant="outline" onClick={onBack}>
          {t("layout.backToList")}
        </Button>
      </div>
    );
  if (!conversation) return <ThreadSkeleton />;
  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ConversationHeader
          conversation={conversation}
          onBack={onBack}
          onTogglePanel={isWide ? toggle : () => setSheetOpen(true)}
        />
        <Thread conversation={conversation} onReply={setReplyTo} onRetry={retry} />
        <Composer conversation={conversation} replyTo={replyTo} onClearReply={() => setReplyTo(null)} />
      </div>
      {isWide && isShown && (
        <aside
          aria-label={t("layout.panel")}
          className="min-h-0 w-72 shrink-0 2xl:w-80 overflow-y-auto border-l bg-background"
        >
          <ContactPanel conversation={conversation} />
        </aside>
      )}
      <Sheet open={!isWide && isSheetOpen} onOpenChange={setSheetOpen}>
        <SheetContent className="p-0">
          <SheetTitle className="sr-only">{t("layout.panel")}</SheetTitle>
          <SheetDescription className="sr-only">{t("layout.panelHint")}</SheetDescription>
          <ContactPanel conversation={conversation} />
        </SheetContent>
      </Sheet>
    </>
  );
}
