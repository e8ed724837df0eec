import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { realtime } from "@/lib/realtime";

/** Reads a contact again when something becomes known of it, whoever or whatever found it out. */
export function useContactNews(contactId: string, isOn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    const ends = [
      realtime.follow("contacts"),
      realtime.on("contact_updated", ({ data }) => {
        const told = data as { contact_id?: unknown } | undefined;
        if (told?.contact_id === contactId) void client.invalidateQueries({ queryKey: ["contacts", contactId] });
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [client, contactId, isOn]);
}
