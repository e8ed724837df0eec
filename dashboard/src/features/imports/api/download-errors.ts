import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { saveBlob } from "@/lib/download";

/** Saves the rows with something wrong as CSV, beside what is wrong with them. */
export function useDownloadErrors() {
  return useMutation({
    mutationFn: async ({ importId, filename }: { importId: string; filename: string }) => {
      const params = { path: { import_id: importId } };
      const file: unknown = await unwrap(
        api.GET("/api/v1/contacts/imports/{import_id}/errors/file", { params, parseAs: "blob" }),
      );
      if (file instanceof Blob) saveBlob(file, filename);
    },
  });
}
