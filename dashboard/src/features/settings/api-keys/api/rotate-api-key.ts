import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Gives one's API key another text; the old one is good for nothing at once. */
export function useRotateApiKey() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (apiKeyId: string) =>
      unwrap(api.POST("/api/v1/api-keys/{api_key_id}/rotate", { params: { path: { api_key_id: apiKeyId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["api-keys"] }),
  });
}
