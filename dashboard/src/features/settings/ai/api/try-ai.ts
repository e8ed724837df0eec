import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Asks the model as a flow would; it is counted as a flow's question is. */
export function useTryAi() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<"TryAiRequest">) => unwrap(api.POST("/api/v1/ai/try", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["ai", "usage"] }),
  });
}
