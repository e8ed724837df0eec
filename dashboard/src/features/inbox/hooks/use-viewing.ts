import { useEffect } from "react";
import { realtime } from "@/lib/realtime";

/** Tells the others that one looks at a conversation, as long as the tab is to be seen; the server keeps saying it for us. */
export function useViewing(conversationId: string): void {
  useEffect(() => {
    const say = () => realtime.viewing(document.visibilityState === "visible" ? conversationId : null);
    say();
    document.addEventListener("visibilitychange", say);
    return () => {
      document.removeEventListener("visibilitychange", say);
      realtime.viewing(null);
    };
  }, [conversationId]);
}
