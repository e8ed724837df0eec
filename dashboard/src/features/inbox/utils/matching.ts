import type { ConversationFilters, ConversationRow } from "@/api/conversations/list-conversations";

/** What is told about a conversation and a list: it belongs there, it does not, or only the API can tell. */
export type Verdict = true | false | "unsure";

/** What is known of the viewer and the moment. */
export type Looking = { myId: string; now: number };

type Test = (row: ConversationRow, wanted: string, looking: Looking) => Verdict;

const among = (value: string, wanted: string) => wanted.split(",").includes(value);
const isBefore = (at: string | null, moment: string) => at !== null && Date.parse(at) < Date.parse(moment);
const ID = /^[0-9a-f]{8}-/;

const TESTS: { [Name in keyof Required<ConversationFilters>]: Test | null } = {
  status: (row, wanted) => among(row.status, wanted),
  handler: (row, wanted) => row.handler === wanted,
  assigned_to: (row, wanted, { myId }) =>
    wanted === "none" ? row.assigned_to === null : row.assigned_to === (wanted === "me" ? myId : wanted),
  department: (row, wanted) => {
    if (wanted === "mine") return "unsure";
    return wanted === "none" ? row.department_id === null : row.department_id === wanted;
  },
  tag: (row, wanted) => (ID.test(wanted) ? row.tag_ids.includes(wanted) : "unsure"),
  priority: (row, wanted) => among(row.priority, wanted),
  config: (row, wanted) => row.whatsapp_config_id === wanted,
  contact: (row, wanted) => row.contact_id === wanted,
  unread: (row, wanted) => row.unread_count > 0 === (wanted === "true"),
  window: (row, wanted) => row.window === wanted,
  snoozed: (row, wanted, { now }) => isAsleep(row, now) === (wanted === "true"),
  needs_attention: (row, wanted) => row.needs_attention === (wanted === "true"),
  mentioned: () => "unsure",
  q: () => "unsure",
  created_since: (row, wanted) => !isBefore(row.created_at, wanted),
  created_until: (row, wanted) => isBefore(row.created_at, wanted),
  last_message_since: (row, wanted) => row.last_message_at !== null && !isBefore(row.last_message_at, wanted),
  last_message_until: (row, wanted) => isBefore(row.last_message_at, wanted),
  sort: null,
  order: null,
};

/** Whether a conversation sleeps now. */
export const isAsleep = (row: ConversationRow, now: number): boolean =>
  row.snoozed_until !== null && Date.parse(row.snoozed_until) > now;

/** Says whether a conversation belongs into a list: surely so, surely not, or only the API can tell. */
export function matches(row: ConversationRow, filters: ConversationFilters, looking: Looking): Verdict {
  let verdict: Verdict = true;
  for (const [name, wanted] of Object.entries(filters)) {
    if (wanted === undefined || wanted === null) continue;
    const told = TESTS[name as keyof ConversationFilters]?.(row, String(wanted), looking) ?? true;
    if (told === false) return false;
    if (told === "unsure") verdict = told;
  }
  return verdict;
}
