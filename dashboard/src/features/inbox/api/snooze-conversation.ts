import { api, unwrap } from "@/lib/api";

/** Lets a conversation sleep until a time, or until the contact writes. */
export const snoozeConversation = (id: string, until: string | null) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/snooze", {
      params: { path: { conversation_id: id } },
      body: { until },
    }),
  );
