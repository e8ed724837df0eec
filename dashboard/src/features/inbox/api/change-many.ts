import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type BulkChange = Schema<"BulkChangeRequest">;
export type BulkResult = Schema<"BulkView">;

/** Does one thing with many conversations, each for itself; the answer says of each what became of it. */
export function useChangeMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: BulkChange) => unwrap(api.POST("/api/v1/conversations/bulk", { body: change })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["conversations"] }),
  });
}
