import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { realtime } from "@/lib/realtime";

const WAIT_MS = 1_000;
const told = z.object({ contact_id: z.string() });

/** Keeps contacts on the screen as they are: what changed is fetched anew, lists at most once a second. */
export function useContactsLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshLists = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ["contacts", "list"] });
      }, WAIT_MS);
    };
    const stops = [
      realtime.follow("contacts"),
      realtime.on("contact_updated", ({ data }) => {
        const id = told.safeParse(data).data?.contact_id;
        if (id) void client.invalidateQueries({ queryKey: ["contacts", id] });
        refreshLists();
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [client]);
}
