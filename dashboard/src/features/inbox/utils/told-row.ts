import type { ConversationRow } from "@/api/conversations/list-conversations";
import type { InboxData } from "./frames";

type Told = InboxData<"conversation_updated">;

/** Changes of which the event tells all that a row shows; those of hands and promises are fetched. */
const TELLING = new Set([
  "tagged",
  "noted",
  "read",
  "snoozed",
  "woken",
  "priority_changed",
  "details_changed",
  "rated",
]);
const PRIORITIES: readonly ConversationRow["priority"][] = ["low", "medium", "high", "urgent"];

/** A row after an event tells that its conversation changed; null where only the API knows how it is now. */
export function afterUpdate(row: ConversationRow, told: Told, myId: string): ConversationRow | null {
  const { version } = told;
  if (version === null || version === undefined) return null;
  if (version < row.version) return row;
  const priority = PRIORITIES.find((one) => one === told.priority);
  if (!TELLING.has(told.reason ?? "") || !hasSameHands(row, told) || version > row.version + 1 || !priority)
    return null;
  return {
    ...row,
    version,
    priority,
    needs_attention: told.needs_attention ?? row.needs_attention,
    snoozed_until: told.snoozed_until ?? null,
    unread_count: row.assigned_to === myId ? Math.min(row.unread_count, told.unread_count ?? 0) : row.unread_count,
    tag_ids: tagsAfter(row.tag_ids, told),
  };
}

/** Whether two rows are counted in other views of the inbox. */
export const isCountedAnew = (before: ConversationRow, after: ConversationRow): boolean =>
  before.needs_attention !== after.needs_attention || before.snoozed_until !== after.snoozed_until;

const hasSameHands = (row: ConversationRow, told: Told): boolean =>
  row.status === told.status &&
  row.handler === told.handler &&
  row.assigned_to === (told.assigned_to ?? null) &&
  row.department_id === (told.department_id ?? null);

function tagsAfter(held: string[], { tags_added: added, tags_removed: removed }: Told): string[] {
  if (!added?.length && !removed?.length) return held;
  const kept = held.filter((id) => !removed?.includes(id));
  return [...kept, ...(added ?? []).filter((id) => !kept.includes(id))];
}
