import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const ASK_EVERY_MS = 1_000;

/** How far an export is; asked for again until it is over. */
export const exportQuery = (exportId: string) =>
  queryOptions({
    queryKey: ["contacts", "exports", exportId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/contacts/exports/{export_id}", { params: { path: { export_id: exportId } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === "queued" || state.data?.state === "running" ? ASK_EVERY_MS : false,
  });
