import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";

/** Makes a tag; its colour is chosen by the company's rules where none is given. */
export function useAddTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, key }: { name: string; key: string }) =>
      unwrap(api.POST("/api/v1/tags", { body: { name }, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tags"] }),
  });
}
