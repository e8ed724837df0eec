import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay } from "@/api/me/get-me";
import { countsQuery } from "@/api/conversations/get-counts";
import { setUnread } from "@/hooks/use-page-title";
import { realtime } from "@/lib/realtime";

/** A busy inbox changes many times a second; the number need not. */
const PAUSE_MS = 2_000;
const TYPES = [
  "message_received",
  "conversation_created",
  "conversation_updated",
  "conversation_assigned",
  "conversation_removed",
];

/** Keeps the number of unread conversations in the navigation and the tab as it is on the server. */
export function useUnreadCount(): void {
  const client = useQueryClient();
  const may = useMay("conversations:read");
  const { data } = useQuery({ ...countsQuery, enabled: may });

  useEffect(() => {
    setUnread(data?.unread ?? 0);
    return () => setUnread(0);
  }, [data?.unread]);

  useEffect(() => {
    if (!may) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
      }, PAUSE_MS);
    };
    const ends = [
      realtime.follow("messages"),
      realtime.follow("conversations"),
      ...TYPES.map((type) => realtime.on(type, later)),
    ];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [client, may]);
}
