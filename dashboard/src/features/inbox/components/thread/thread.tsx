import { MessagesSquareIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import type { MessageRow } from "@/api/messages/list-messages";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { useMessages } from "../../hooks/use-thread";
import { ThreadSkeleton } from "./thread-skeleton";
import { ThreadView } from "./thread-view";

export type ThreadProps = {
  conversation: ConversationRow;
  /** Begins an answer to a message. */
  onReply?: (message: MessageRow) => void;
  /** Sends a message again that the API did not take. */
  onRetry: (localId: string) => void;
};

/** A conversation's messages, notes and story. Give it a `key` of the conversation's id. */
export function Thread(props: ThreadProps) {
  const { t } = useTranslation("inbox");
  const thread = useMessages(props.conversation.id);
  if (thread.isPending) return <ThreadSkeleton />;
  if (thread.isError && !thread.data)
    return (
      <div className="flex-1 overflow-y-auto bg-thread">
        <ErrorState error={thread.error} onRetry={() => void thread.refetch()} />
      </div>
    );
  if (thread.messages.length === 0 && !thread.hasNextPage)
    return (
      <ThreadView {...props} thread={thread}>
        <EmptyState icon={MessagesSquareIcon} title={t("thread.empty")} />
      </ThreadView>
    );
  return <ThreadView {...props} thread={thread} />;
}
