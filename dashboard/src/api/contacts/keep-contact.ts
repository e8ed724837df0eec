import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Contact } from "./get-contact";

/** Takes a contact as it was just answered, and has what hangs on it fetched anew. */
export function useKeepContact() {
  const client = useQueryClient();
  return useCallback(
    (contact: Contact) => {
      client.setQueryData(["contacts", contact.id], contact);
      void client.invalidateQueries({ queryKey: ["contacts", contact.id, "timeline"] });
      void client.invalidateQueries({ queryKey: ["contacts", "list"] });
    },
    [client],
  );
}
