import type { InfiniteData } from "@tanstack/react-query";
import type { ConversationFilters, ConversationRow } from "@/api/conversations/list-conversations";
import type { Page } from "@/api/types";
import { matches, type Looking } from "./matching";

export type ConversationPages = InfiniteData<Page<ConversationRow>>;

/** A list after news of one conversation; `isSure` is false where only the API knows how it looks now. */
type Placed = { data: ConversationPages; isSure: boolean };

const SORTABLE = ["last_message_at", "created_at", "waiting_since"] as const;

/** Puts a conversation where it belongs in a list, or takes it out. What is older than what is held changes nothing. */
export function placeRow(
  data: ConversationPages,
  row: ConversationRow,
  filters: ConversationFilters,
  looking: Looking,
): Placed {
  const held = findRow(data, row.id);
  if (held && held.version > row.version) return { data, isSure: true };
  const verdict = matches(row, filters, looking);
  if (verdict === false) return { data: held ? withoutRow(data, row.id) : data, isSure: true };
  const field = SORTABLE.find((name) => name === (filters.sort ?? "last_message_at"));
  const fresh = held ? { ...row, sla: row.sla ?? held.sla } : row;
  if (verdict === "unsure" || field === undefined)
    return { data: held ? mapRows(data, (one) => (one.id === row.id ? fresh : one)) : data, isSure: false };
  if (held && held[field] === fresh[field])
    return { data: mapRows(data, (one) => (one.id === row.id ? fresh : one)), isSure: true };
  return { data: insertRow(withoutRow(data, row.id), fresh, field, filters.order === "asc" ? 1 : -1), isSure: true };
}

/** The conversation as a list holds it. */
export function findRow(data: ConversationPages, id: string): ConversationRow | undefined {
  for (const page of data.pages) for (const row of page.items) if (row.id === id) return row;
  return undefined;
}

/** The list without a conversation; the same object where it was not in it. */
export function withoutRow(data: ConversationPages, id: string): ConversationPages {
  if (!findRow(data, id)) return data;
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.id !== id) })) };
}

/** Changes rows; pages in which none changed stay the same objects. */
export function mapRows(data: ConversationPages, change: (row: ConversationRow) => ConversationRow): ConversationPages {
  const pages = data.pages.map((page) => {
    const items = page.items.map(change);
    return items.some((item, index) => item !== page.items[index]) ? { ...page, items } : page;
  });
  return { ...data, pages };
}

function insertRow(
  data: ConversationPages,
  row: ConversationRow,
  field: (typeof SORTABLE)[number],
  direction: 1 | -1,
): ConversationPages {
  const comesBefore = (other: ConversationRow) => compare(row, other, field) * direction < 0;
  const last = data.pages.length - 1;
  let isIn = false;
  const pages = data.pages.map((page, index) => {
    if (isIn) return page;
    const at = page.items.findIndex(comesBefore);
    const isEnd = index === last && !page.next_cursor;
    if (at < 0 && !isEnd) return page;
    isIn = true;
    const place = at < 0 ? page.items.length : at;
    return { ...page, items: [...page.items.slice(0, place), row, ...page.items.slice(place)] };
  });
  return { ...data, pages };
}

function compare(one: ConversationRow, other: ConversationRow, field: (typeof SORTABLE)[number]): number {
  const [ours, theirs] = [one[field] ?? "", other[field] ?? ""];
  if (ours !== theirs) return ours < theirs ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** All rows of a list, each once: a conversation may move between pages while they are fetched. */
export function rowsOf(data: ConversationPages | undefined): ConversationRow[] {
  const rows = new Map<string, ConversationRow>();
  for (const page of data?.pages ?? []) for (const row of page.items) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}
