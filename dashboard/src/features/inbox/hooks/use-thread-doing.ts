import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMay } from "@/api/me/get-me";
import { messagesQuery, type MessageRow } from "@/api/messages/list-messages";
import { reactToMessage } from "../api/react-to-message";
import { retryMessage } from "../api/retry-message";
import { ApiError } from "@/lib/api-error";
import { useOutgoing } from "../stores/outgoing";
import { catchUp } from "../utils/apply-event";
import { findMessage } from "../utils/message-cache";
import type { ThreadItem } from "../utils/thread-items";
import type { ThreadDoing } from "../components/thread/thread-row";
import type { useMessages } from "./use-thread";
import type { ThreadScroll } from "./use-thread-scroll";

type Given = {
  conversationId: string;
  items: readonly ThreadItem[];
  thread: ReturnType<typeof useMessages>;
  virtualizer: ThreadScroll["virtualizer"];
  onReply?: (message: MessageRow) => void;
  onRetry: (localId: string) => void;
  onOpenFile: (messageId: string) => void;
};

const MARK_MS = 1_600;

/** What can be done in a thread, in functions that stay the same; and the line that was gone to a moment ago. */
export function useThreadDoing(given: Given): { doing: ThreadDoing; marked: string | null } {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const mayReply = useMay("conversations:reply");
  const { goTo, marked } = useGoTo(given);
  const refresh = () => catchUp(client, given.conversationId);
  const tell = (title: string) => (error: unknown) =>
    toast.error(title, { description: error instanceof ApiError ? error.message : undefined });
  const { mutate: react } = useMutation({
    mutationFn: ({ message, emoji }: { message: MessageRow; emoji: string | null }) =>
      reactToMessage(message.id, emoji),
    onSuccess: refresh,
    onError: tell(t("thread.reactFailed")),
  });
  const { mutate: retry } = useMutation({
    mutationFn: retryMessage,
    onSuccess: refresh,
    onError: tell(t("thread.retryFailed")),
  });
  const { onReply, onRetry, onOpenFile } = given;
  const doing = useMemo(
    (): ThreadDoing => ({
      onReply: mayReply ? onReply : undefined,
      onReact: mayReply ? (message, emoji) => react({ message, emoji }) : undefined,
      onRetryMessage: mayReply ? retry : undefined,
      onRetry,
      onOpenFile,
      onQuoteClick: (id) => void goTo(id),
      onDelete: (localId) => useOutgoing.getState().remove(localId),
    }),
    [mayReply, onReply, onRetry, onOpenFile, react, retry, goTo],
  );
  return { doing, marked };
}

/** Goes to a message, fetching older ones until it is there. */
function useGoTo({ conversationId, items, thread, virtualizer }: Given) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const [marked, setMarked] = useState<string | null>(null);
  const latest = useRef(items);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { fetchNextPage } = thread;
  useEffect(() => {
    latest.current = items;
  }, [items]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const goTo = useCallback(
    async (id: string) => {
      const isThere = () => findMessage(client.getQueryData(messagesQuery(conversationId).queryKey), id) !== undefined;
      while (!isThere()) if (!(await fetchNextPage()).hasNextPage) break;
      if (!isThere()) return void toast.info(t("thread.quoteMissing"));
      await new Promise(requestAnimationFrame);
      const index = latest.current.findIndex((item) => item.kind === "message" && item.message.id === id);
      virtualizer.scrollToIndex(index, { align: "center" });
      setMarked(latest.current[index]?.key ?? null);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setMarked(null), MARK_MS);
    },
    [client, conversationId, fetchNextPage, virtualizer, t],
  );
  return { goTo, marked };
}
