import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { currentLanguage } from "@/lib/language";

export type Finding = Schema<"Finding">;

/** What the check says of the draft that the server has as `version`, in the person's language. */
export const findingsQuery = (flowId: string, version: number) =>
  queryOptions({
    queryKey: ["flows", flowId, "findings", version, currentLanguage()],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/api/v1/flows/{flow_id}/validate", { params: { path: { flow_id: flowId } }, signal })),
    staleTime: 60_000,
  });
