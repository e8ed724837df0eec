import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "@/api/me/get-me";
import { realtime } from "@/lib/realtime";
import { useSession } from "@/lib/session";
import { freshen } from "../utils/freshen";
import { isOperator } from "../utils/navigation";

/** Keeps the socket open while the session lives, and under its newest token; what may have been missed is read anew.
 * Who runs the platform has no company whose news they could hear. */
export function useRealtimeSession(): void {
  const client = useQueryClient();
  const isOfCompany = !isOperator(useMe());
  const isIn = useSession((state) => state.status === "signed-in" && !state.needsTwoFactor) && isOfCompany;

  useEffect(() => {
    if (!isIn) return;
    realtime.start();
    return () => realtime.stop();
  }, [isIn]);

  useEffect(() => realtime.on("begun", () => freshen(client)), [client]);

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
