import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";
import { formBody } from "@/lib/form-body";
import type { Plan } from "../utils/mapping";

type Given = { file: File; plan: Plan | null; isDryRun: boolean; key: string };

/** Brings a file of contacts; a dry run writes nothing and shows what would become of it. The plan goes before the file. */
export function useImportContacts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, plan, isDryRun, key }: Given) =>
      unwrap(
        api.POST("/api/v1/contacts/import", {
          params: { query: { dry_run: isDryRun } },
          headers: idempotent(key),
          body: formBody({ ...(plan ? { plan: JSON.stringify(plan) } : {}), file }),
        }),
      ),
    onSuccess: (made) => {
      client.setQueryData(["imports", made.id], made);
      return client.invalidateQueries({ queryKey: ["imports", "list"] });
    },
  });
}
