import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { saveBlob } from "@/lib/download";

/** Downloads the entries of some time as a file. */
export function useExportEntries() {
  return useMutation({
    mutationFn: async (body: Schema<"ExportAuditRequest">) => {
      const blob = await unwrap<Blob>(api.POST("/api/v1/audit/export", { body, parseAs: "blob" }));
      const ending = body.format === "csv" ? "csv" : "jsonl";
      saveBlob(blob, `audit_${body.since.slice(0, 10)}_${body.until.slice(0, 10)}.${ending}`);
    },
  });
}
