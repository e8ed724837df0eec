import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import { markRead } from "@/api/conversations/mark-read";
import { useMay, useMe } from "@/api/me/get-me";
import { applyRow } from "../utils/apply-event";

/** A conversation that is only passed by is not read. */
const DWELL_MS = 800;

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
};
const isVisible = (): boolean => document.visibilityState === "visible";

/** Marks the open conversation as read while its newest messages are really on a screen that somebody may look at. */
export function useMarkRead(conversation: ConversationRow, isAtEnd: boolean): void {
  const client = useQueryClient();
  const mayHandle = useMay("conversations:handle");
  const { id: myId } = useMe();
  const isSeen = useSyncExternalStore(subscribe, isVisible) && isAtEnd && mayHandle;
  const { id, unread_count: unread, last_inbound_at: at } = conversation;

  useEffect(() => {
    if (!isSeen || unread === 0) return;
    const timer = setTimeout(async () => {
      const row = await markRead(id).catch(() => null);
      if (!row) return;
      applyRow(client, row, { myId, now: Date.now() });
      void client.invalidateQueries({ queryKey: ["conversations", "stats"] });
    }, DWELL_MS);
    return () => clearTimeout(timer);
  }, [client, id, myId, isSeen, unread, at]);
}
