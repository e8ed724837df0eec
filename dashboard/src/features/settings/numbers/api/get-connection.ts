import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** How often a phone that is about to be linked is asked about; the event may come sooner. */
const ASK_MS = 5_000;

/** Whether the phone of a number is linked. */
export const connectionQuery = (configId: string) =>
  queryOptions({
    queryKey: ["whatsapp-configs", configId, "connection"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp-configs/{config_id}/connection", {
          params: { path: { config_id: configId } },
          signal,
        }),
      ),
    refetchInterval: (query) => (query.state.data?.state === "open" ? false : ASK_MS),
  });
