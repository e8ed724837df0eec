import { useCallback, useEffect, useRef } from "react";
import { realtime } from "@/lib/realtime";

/** The signal lapses after ten seconds; it is said again this often while somebody writes. */
const AGAIN_MS = 4_000;
/** After so long without a letter one has stopped. */
const STILL_MS = 6_000;

/** Tells colleagues, and the contact where the number can, that an answer is being written. Call it on each letter. */
export function useTyping(conversationId: string): { typed: () => void; stopped: () => void } {
  const toldAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stopped = useCallback(() => {
    clearTimeout(timer.current);
    if (toldAt.current === 0) return;
    toldAt.current = 0;
    realtime.typing(conversationId, false);
  }, [conversationId]);

  const typed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, STILL_MS);
    if (Date.now() - toldAt.current < AGAIN_MS) return;
    toldAt.current = Date.now();
    realtime.typing(conversationId, true);
  }, [conversationId, stopped]);

  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
