import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";
import { formBody } from "@/lib/form-body";

/** Brings a document, which is read in the background. */
export function useAddDocument(baseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) =>
      unwrap(
        api.POST("/api/v1/knowledge-bases/{base_id}/documents", {
          params: { path: { base_id: baseId } },
          headers: idempotent(key),
          body: formBody({ file }),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge-bases"] }),
  });
}
