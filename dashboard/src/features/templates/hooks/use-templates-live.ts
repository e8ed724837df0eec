import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay } from "@/api/me/get-me";
import { realtime } from "@/lib/realtime";

/** Shows what Meta decides as it comes; only who may manage numbers is told of it. */
export function useTemplatesLive(): void {
  const client = useQueryClient();
  const isTold = useMay("whatsapp:manage");
  useEffect(() => {
    if (!isTold) return;
    const stops = [
      realtime.follow("settings"),
      realtime.on("template_updated", () => void client.invalidateQueries({ queryKey: ["templates"] })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, isTold]);
}
