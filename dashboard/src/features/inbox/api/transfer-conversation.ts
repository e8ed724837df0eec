import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Transfer = Schema<"TransferConversationRequest">;

/** Passes a conversation on, to a person or a department, with a word for whoever gets it. */
export const transferConversation = (id: string, transfer: Transfer) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/transfer", {
      params: { path: { conversation_id: id } },
      body: transfer,
    }),
  );
