import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { realtime, useRealtimeStatus } from "@/lib/realtime";
import { useSession } from "@/lib/session";

/** What was read before the socket was live may have changed before anybody told: read once more. */
const LIVE = ["conversations", "messages"];

/** Keeps the socket open while the session lives, and under its newest token; what may have been missed is read anew. */
export function useRealtimeSession(): void {
  const client = useQueryClient();
  const isIn = useSession((state) => state.status === "signed-in" && !state.needsTwoFactor);

  useEffect(() => {
    if (!isIn) return;
    realtime.start();
    return () => realtime.stop();
  }, [isIn]);

  useEffect(
    () =>
      useRealtimeStatus.subscribe((now, before) => {
        if (now.status !== "live" || before.status !== "connecting") return;
        void client.invalidateQueries({ predicate: ({ queryKey }) => LIVE.includes(String(queryKey[0])) });
      }),
    [client],
  );

  useEffect(() => realtime.on("resync", () => void client.invalidateQueries()), [client]);

  useEffect(
    () =>
      useSession.subscribe((now, before) => {
        if (now.status === "signed-in" && before.status === "expired") void client.invalidateQueries();
        if (now.accessToken && before.accessToken && now.accessToken !== before.accessToken)
          realtime.prolong(now.accessToken);
      }),
    [client],
  );
}
