import { z } from "zod";
import type { InboxCounts } from "@/api/conversations/get-counts";

/** What the signal says of the whole company; what is a person's own (theirs, unread, mentions) it does not know. */
const CompanyCounts = z
  .object({
    open: z.number(),
    unassigned: z.number(),
    waiting: z.number(),
    snoozed: z.number(),
    needs_attention: z.number(),
    closing: z.number(),
    by_status: z.record(z.string(), z.number()),
    by_department: z.record(z.string(), z.number()),
    by_config: z.record(z.string(), z.number()),
  })
  .partial();

/** Puts a signal over what was counted for the person; what cannot be read changes nothing. */
export function withSignal(counts: InboxCounts | undefined, data: unknown): InboxCounts | undefined {
  const told = CompanyCounts.safeParse(data);
  return counts && told.success ? { ...counts, ...told.data } : counts;
}
