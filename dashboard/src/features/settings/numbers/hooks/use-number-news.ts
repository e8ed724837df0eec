import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { realtime } from "@/lib/realtime";

/** Reads the numbers anew when one of them changes: a phone was linked, its quality fell, it was paused.
 *
 * The QR code is left alone: asking for another would void the one that is being looked at.
 */
export function useNumberNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stops = [
      realtime.follow("settings"),
      realtime.on("whatsapp_config_updated", () => {
        void client.invalidateQueries({
          queryKey: ["whatsapp-configs"],
          predicate: ({ queryKey }) => queryKey[2] !== "qr",
        });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
}
