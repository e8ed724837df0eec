import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { realtime } from "@/lib/realtime";
import { catchUp } from "../utils/apply-event";

/** Hears of everything about the open conversation, signals too, and brings its thread up to date. */
export function useOpenConversation(conversationId: string | undefined): void {
  const client = useQueryClient();

  useEffect(() => {
    if (!conversationId) return;
    const end = realtime.follow(`conversation:${conversationId}`);
    void catchUp(client, conversationId).catch(() => undefined);
    return end;
  }, [client, conversationId]);
}
