/** After what a rule may be looked at, as they happen in a conversation's life. */
export const EVENTS = [
  "conversation_created",
  "message_received",
  "conversation_waiting",
  "conversation_assigned",
  "conversation_resolved",
  "conversation_reopened",
  "conversation_rated",
  "priority_changed",
  "department_changed",
  "tag_added",
  "tag_removed",
  "sla_warned",
  "sla_breached",
] as const;
