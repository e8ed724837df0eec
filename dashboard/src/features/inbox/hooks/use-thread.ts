import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { notesQuery } from "@/api/conversations/list-notes";
import { timelineQuery } from "@/api/conversations/list-timeline";
import { messagesQuery, type MessageRow } from "@/api/messages/list-messages";
import { stillOutgoing, useOutgoing } from "../stores/outgoing";
import { threadItems, type ThreadItem } from "../utils/thread-items";

const NONE: never[] = [];

/** The messages of a conversation as they are loaded, the oldest first. */
export function useMessages(conversationId: string) {
  const query = useInfiniteQuery(messagesQuery(conversationId));
  const { data } = query;
  const messages = useMemo((): MessageRow[] => data?.pages.flatMap(({ items }) => items).reverse() ?? NONE, [data]);
  return { ...query, messages };
}

type Given = { messages: readonly MessageRow[]; isWhole: boolean; unread?: { id: string; count: number } };

/** The lines of a thread: messages, notes, what happened, and what is being sent. */
export function useThreadItems(conversationId: string, { messages, isWhole, unread }: Given): ThreadItem[] {
  const notes = useQuery(notesQuery(conversationId)).data?.items ?? NONE;
  const stories = useQuery(timelineQuery(conversationId)).data?.items ?? NONE;
  const all = useOutgoing((state) => state.items);
  const localIds = useOutgoing((state) => state.localIds);
  const outgoing = useMemo(
    () => stillOutgoing(all, conversationId, messages, localIds),
    [all, conversationId, messages, localIds],
  );
  return useMemo(
    () => threadItems({ messages, isWhole, notes, stories, outgoing, localIds, unread }),
    [messages, isWhole, notes, stories, outgoing, localIds, unread],
  );
}
