import { useCallback, useRef } from "react";

/** Gives the key for what is sent: the same for the same thing sent again, another once it was changed. */
export function useSendKey(): (thing: unknown) => string {
  const last = useRef<{ text: string; key: string } | null>(null);
  return useCallback((thing) => {
    const text = JSON.stringify(thing);
    if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
