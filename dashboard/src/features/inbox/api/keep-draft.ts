import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Keeps one's own draft on the server; an empty one is forgotten. */
export const keepDraft = (id: string, draft: Schema<"KeepDraftRequest">) =>
  unwrap(
    api.PUT("/api/v1/conversations/{conversation_id}/draft", {
      params: { path: { conversation_id: id } },
      body: draft,
    }),
  );
