import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Writes a note that the contact never sees; whoever is mentioned gets a notice. */
export const addNote = (id: string, note: Schema<"AddNoteRequest">, key: string) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/notes", {
      params: { path: { conversation_id: id } },
      body: note,
      headers: idempotent(key),
    }),
  );
