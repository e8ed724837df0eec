import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = { wanted: Schema<"ExportContactsRequest">; key: string };

/** Has contacts written into a file. */
export function useExportContacts() {
  return useMutation({
    mutationFn: ({ wanted, key }: Given) =>
      unwrap(api.POST("/api/v1/contacts/export", { body: wanted, headers: idempotent(key) })),
  });
}
