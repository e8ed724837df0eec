import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Stops an import; what was written stays. */
export function useCancelImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) =>
      unwrap(api.POST("/api/v1/contacts/imports/{import_id}/cancel", { params: { path: { import_id: importId } } })),
    onSuccess: (stopped) => {
      client.setQueryData(["imports", stopped.id], stopped);
      return client.invalidateQueries({ queryKey: ["imports", "list"] });
    },
  });
}
