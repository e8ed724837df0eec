import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay } from "@/api/me/get-me";
import { countsQuery } from "@/api/conversations/get-counts";
import { agentsQuery } from "@/api/users/list-agents";
import { realtime } from "@/lib/realtime";
import { withSignal } from "../utils/live-counts";

/** Several events often come of one thing; the lists are read once for all of them. */
const GATHER_MS = 1_000;
const LISTS: readonly QueryKey[] = [
  ["conversations", "home"],
  ["departments", "directory"],
];
const EVENTS = ["conversation_created", "conversation_updated", "conversation_assigned", "conversation_removed"];

/** Keeps the home screen as things are: figures by the company's signal, or counted anew; lists and agents read anew. */
export function useHomeNews(): void {
  const client = useQueryClient();
  const mayAll = useMay("conversations:read_all");
  const mayRead = useMay("conversations:read");

  useEffect(() => {
    if (!mayRead) return;
    const lists = mayAll ? LISTS : [...LISTS, countsQuery.queryKey];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stale: QueryKey[] = [];
    const later = (keys: readonly QueryKey[]) => {
      stale.push(...keys.filter((key) => !stale.includes(key)));
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const queryKey of stale.splice(0)) void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
      }, GATHER_MS);
    };
    const ends = [
      realtime.follow("conversations"),
      ...EVENTS.map((type) => realtime.on(type, () => later(lists))),
      realtime.follow("agents"),
      realtime.on("agent_status", () => later([agentsQuery.queryKey])),
    ];
    if (mayAll)
      ends.push(
        realtime.follow("metrics"),
        realtime.on("metrics_updated", ({ data }) =>
          client.setQueryData(countsQuery.queryKey, (counts) => withSignal(counts, data)),
        ),
      );
    return () => {
      clearTimeout(timer);
      ends.forEach((end) => end());
    };
  }, [client, mayAll, mayRead]);
}
