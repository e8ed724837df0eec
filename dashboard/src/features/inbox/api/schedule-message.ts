import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Writes a message that is sent at a time. */
export const scheduleMessage = (body: Schema<"ScheduleMessageRequest">, key: string) =>
  unwrap(api.POST("/api/v1/messages/scheduled", { body, headers: idempotent(key) }));
