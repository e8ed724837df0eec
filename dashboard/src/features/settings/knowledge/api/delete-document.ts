import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a document with its passages. */
export function useDeleteDocument(baseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) =>
      unwrap(
        api.DELETE("/api/v1/knowledge-bases/{base_id}/documents/{document_id}", {
          params: { path: { base_id: baseId, document_id: documentId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge-bases"] }),
  });
}
