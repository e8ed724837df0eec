import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = {
  /** Null for a new one. */
  kept: { id: string; version: number } | null;
  segment: Schema<"CreateSegmentRequest">;
  key: string;
};

/** Stores a filter of contacts under a name, or changes the stored one unless somebody else did meanwhile. */
export function useSaveSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kept, segment, key }: Given) =>
      unwrap(
        kept
          ? api.PUT("/api/v1/segments/{segment_id}", {
              params: { path: { segment_id: kept.id } },
              headers: { "If-Match": `"${kept.version}"` },
              body: segment,
            })
          : api.POST("/api/v1/segments", { body: segment, headers: idempotent(key) }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(["segments", saved.id], saved);
      void client.invalidateQueries({ queryKey: ["segments", "list"] });
      void client.invalidateQueries({ queryKey: ["contacts", "list"] });
    },
  });
}
