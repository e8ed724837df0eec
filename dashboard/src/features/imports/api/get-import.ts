import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Import = Schema<"ImportDetail">;

const ASK_EVERY_MS = 2_000;

/** Whether more becomes of an import. */
export const isUnderWay = ({ state }: { state: Schema<"ImportState"> }): boolean =>
  state === "queued" || state === "running";

/** An import and what was found in its file; asked for again until it is over, should no event come. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ["imports", importId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/contacts/imports/{import_id}", { params: { path: { import_id: importId } }, signal })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? ASK_EVERY_MS : false),
  });
