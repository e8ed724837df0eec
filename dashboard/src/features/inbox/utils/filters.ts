import type { ConversationFilters } from "@/api/conversations/list-conversations";
import type { InboxCounts } from "@/api/conversations/get-counts";

/** The views of the inbox, in the order in which they stand at its side. */
export const VIEWS = [
  "mine",
  "unassigned",
  "waiting",
  "attention",
  "mentions",
  "bots",
  "open",
  "snoozed",
  "resolved",
  "archived",
] as const;
export type View = (typeof VIEWS)[number];

const OPEN = "active,waiting";

/** What each view asks of the API. What sleeps is in `snoozed` and in `open` only. */
const ASKED: Record<View, ConversationFilters> = {
  mine: { status: OPEN, assigned_to: "me", snoozed: false },
  unassigned: { status: OPEN, assigned_to: "none", snoozed: false },
  waiting: { status: "waiting", snoozed: false, sort: "waiting_since", order: "asc" },
  attention: { status: OPEN, needs_attention: true, snoozed: false },
  mentions: { mentioned: "me" },
  bots: { status: OPEN, handler: "bot", snoozed: false },
  open: { status: OPEN },
  snoozed: { status: OPEN, snoozed: true },
  resolved: { status: "resolved" },
  archived: { status: "archived" },
};

const COUNTED: Partial<Record<View, (counts: InboxCounts) => number>> = {
  mine: (counts) => counts.mine,
  unassigned: (counts) => counts.unassigned,
  waiting: (counts) => counts.waiting,
  attention: (counts) => counts.needs_attention,
  mentions: (counts) => counts.mentioned,
  open: (counts) => counts.open,
  snoozed: (counts) => counts.snoozed,
};

/** How many a view holds; undefined where the API does not count it. */
export const countOf = (view: View, counts: InboxCounts | undefined): number | undefined =>
  counts && COUNTED[view]?.(counts);

/** What a list can be narrowed by beside its view; the names in the page's address. */
export const FILTERS = [
  "q",
  "assigned_to",
  "department",
  "tag",
  "priority",
  "config",
  "unread",
  "window",
  "last_message_since",
  "last_message_until",
  "created_since",
  "created_until",
  "sort",
] as const;
export type FilterName = (typeof FILTERS)[number];

/** The sorts on offer; `priority` and `waiting_since` are of what is open only. */
export const SORTS = ["last_message_at:desc", "last_message_at:asc", "waiting_since:asc", "priority:desc"] as const;
const SORTED = /^(last_message_at|created_at|waiting_since|priority):(asc|desc)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATES = ["last_message_since", "last_message_until", "created_since", "created_until"] as const;
const WINDOWS = ["open", "closing", "closed"] as const;

const isWindow = (word: string | undefined): word is (typeof WINDOWS)[number] => WINDOWS.some((one) => one === word);
const isDate = (name: FilterName) => DATES.some((one) => one === name);

/** The view that an address names, or the one that people begin with. */
export function viewOf(params: URLSearchParams): View {
  const named = params.get("view");
  return VIEWS.find((view) => view === named) ?? "open";
}

/** The filters in an address that mean something; everything else in it is left alone. */
export function filtersOf(params: URLSearchParams): Partial<Record<FilterName, string>> {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name)?.trim();
      return value && isGood(name, value) ? [[name, value]] : [];
    }),
  );
}

function isGood(name: FilterName, value: string): boolean {
  if (isDate(name)) return DAY.test(value) && !Number.isNaN(Date.parse(value));
  if (name === "window") return isWindow(value);
  if (name === "unread") return value === "true" || value === "false";
  return name !== "sort" || SORTED.test(value);
}

/** How many filters are on beside view, search and order. */
export const countFilters = (params: URLSearchParams): number =>
  Object.keys(filtersOf(params)).filter((name) => name !== "q" && name !== "sort").length;

/** What the API is asked for the view and filters in the page's address. */
export function queryOf(params: URLSearchParams): ConversationFilters {
  const { sort, unread, window, ...rest } = filtersOf(params);
  const [field, order] = (sort ?? "").split(":");
  const query: ConversationFilters = { ...ASKED[viewOf(params)], ...rest };
  for (const name of DATES) if (rest[name]) query[name] = momentOf(name, rest[name]);
  if (unread) query.unread = unread === "true";
  if (isWindow(window)) query.window = window;
  if (sort) Object.assign(query, { sort: field, order });
  return query;
}

/** A day of this machine's calendar as the API's moment; `until` takes the whole day in. */
function momentOf(name: string, day: string): string {
  const moment = new Date(`${day}T00:00:00`);
  if (name.endsWith("until")) moment.setDate(moment.getDate() + 1);
  return moment.toISOString();
}

/** The address with filters changed: null takes one away. */
export function withFilters(
  params: URLSearchParams,
  changes: Partial<Record<FilterName | "view", string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes))
    if (value) next.set(name, value);
    else next.delete(name);
  return next;
}

/** The address with the view kept and everything else cleared. */
export function withoutFilters(params: URLSearchParams): URLSearchParams {
  return withFilters(params, Object.fromEntries(FILTERS.map((name) => [name, null])));
}
