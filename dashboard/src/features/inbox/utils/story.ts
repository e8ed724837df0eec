import type { StoryRow } from "@/api/conversations/list-timeline";

/** What an entry of the timeline says, as far as it is understood here. */
export type StoryFacts = {
  /** A kind that has words; `other` for one that a newer server knows. */
  kind: string;
  toUser: string | null;
  toDepartment: string | null;
  until: string | null;
  tags: string;
  score: number | null;
  rule: string;
  priority: string | null;
  promise: string | null;
  reason: string | null;
  /** Why the server did not do it, one of its codes. */
  obstacle: string | null;
};

/** Every kind of a conversation's own story that is told in words. */
export const STORY_KINDS: ReadonlySet<string> = new Set([
  "opened",
  "handed_to_bot",
  "released",
  "waiting",
  "taken_over",
  "assigned",
  "transferred",
  "answered_elsewhere",
  "department_changed",
  "resolved",
  "reopened",
  "snoozed",
  "woken",
  "archived",
  "priority_changed",
  "details_changed",
  "tagged",
  "untagged",
  "customer_told",
  "sla_warned",
  "sla_breached",
  "rule_applied",
  "rated",
  "flow_not_started",
  "flow_cancelled",
]);

/** What people do and may say why; elsewhere a reason is the server's own code. */
const REASONED = new Set(["waiting", "transferred", "released", "resolved"]);
/** The server's own codes among them. */
const CODES = new Set(["opened", "rule", "bot", "merged", "unmerged", "failed", "cancelled"]);
/** Longer codes; nobody writes like this. */
const CODE = /^[a-z]+(_[a-z]+)+$/;

const OBSTACLES = new Set([
  "not_published",
  "contact_gone",
  "contact_blocked",
  "opted_out",
  "number_off",
  "person_has_it",
  "waits_for_person",
  "flow_running",
  "other_conversation",
  "too_many",
]);

const isCode = (reason: string): boolean => CODES.has(reason) || CODE.test(reason);
/** A snooze until this year is until the contact writes. */
const FOREVER = "9999";

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const names = (value: unknown): string =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string").join(", ") : "";

/** Reads an entry of the timeline, whose data is JSON of its kind; what is not understood is left out. */
export function storyFacts({ kind, data }: Pick<StoryRow, "kind" | "data">): StoryFacts {
  const given = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  const until = text(given.until);
  const reason = text(given.resolution) ?? text(given.reason);
  const code = text(given.reason);
  return {
    kind: STORY_KINDS.has(kind) ? kind : "other",
    toUser: text(given.to_user),
    toDepartment: text(given.to_department) ?? text(given.department_id),
    until: until?.startsWith(FOREVER) ? null : until,
    tags: names(given.tags),
    score: typeof given.score === "number" ? given.score : null,
    rule: text(given.rule) ?? text(given.name) ?? "",
    priority: text(given.priority) ?? text(given.to),
    promise: kind.startsWith("sla_") ? text(given.kind) : null,
    reason: reason === null || !REASONED.has(kind) || isCode(reason) ? null : reason,
    obstacle: kind === "flow_not_started" && code !== null && OBSTACLES.has(code) ? code : null,
  };
}
