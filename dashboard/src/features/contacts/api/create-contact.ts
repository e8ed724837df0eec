import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = { contact: Schema<"CreateContactRequest">; key: string };

/** Makes a contact; one that was deleted and has this phone is back. */
export function useCreateContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contact, key }: Given) =>
      unwrap(api.POST("/api/v1/contacts", { body: contact, headers: idempotent(key) })),
    onSuccess: (made) => {
      client.setQueryData(["contacts", made.id], made);
      return client.invalidateQueries({ queryKey: ["contacts", "list"] });
    },
  });
}
