import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay, useMe } from "@/api/me/get-me";
import { ownStatusQuery, type Presence } from "@/api/users/own-status";
import { realtime } from "@/lib/realtime";
import { PRESENCES } from "../utils/choices";
import { fieldsOf } from "../utils/fields";

/** How the person is seen by the others, as it changes; undefined where it is not known. */
export function useOwnStatus(): Presence | undefined {
  const me = useMe();
  const client = useQueryClient();
  const may = useMay("users:read");
  const query = ownStatusQuery(me.id);
  const { data } = useQuery({ ...query, enabled: may });

  useEffect(() => {
    if (!may) return;
    const ends = [
      realtime.follow("agents"),
      realtime.on("agent_status", (frame) => {
        const signal = fieldsOf(frame.data);
        const status = PRESENCES.find((one) => one === signal?.status);
        if (signal?.user_id !== me.id || !status) return;
        client.setQueryData(ownStatusQuery(me.id).queryKey, (was) => ({ chosen_status: status, ...was, status }));
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [client, may, me.id]);

  return data?.status;
}
