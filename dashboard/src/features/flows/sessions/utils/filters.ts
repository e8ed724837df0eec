import type { SessionFilters } from "../api/list-flow-sessions";

const STATUSES = [
  "active",
  "awaiting",
  "waiting",
  "completed",
  "transferred",
  "expired",
  "failed",
  "cancelled",
] as const;
const CAUSES = ["message", "event", "schedule", "manual", "rule", "flow", "campaign"] as const;
const TEXTS = [
  "outcome",
  "stopped_at",
  "from",
  "to",
  "node",
  "event",
  "edge",
  "answer",
  "choice",
  "branch",
  "contact_id",
  "conversation_id",
] as const;

export { CAUSES, STATUSES };
/** Every filter that an address may name, as the numbers of a flow name them. */
export const FILTERS = ["status", "running", "cause", "version", ...TEXTS] as const;
export type FilterName = (typeof FILTERS)[number];

/** Reads the filters of an address; what is none is left out. */
export function readFilters(search: URLSearchParams): SessionFilters {
  const filters: SessionFilters = {};
  const status = STATUSES.find((one) => one === search.get("status"));
  if (status) filters.status = status;
  const cause = CAUSES.find((one) => one === search.get("cause"));
  if (cause) filters.cause = cause;
  const running = search.get("running");
  if (running === "true" || running === "false") filters.running = running === "true";
  const version = Number(search.get("version"));
  if (Number.isInteger(version) && version > 0) filters.version = version;
  for (const name of TEXTS) {
    const value = search.get(name);
    if (value) filters[name] = value;
  }
  return filters;
}
