import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type AuditEntry = Schema<"AuditRow">;
export type AuditAction = Schema<"AuditAction">;
export type AuditFilters = { action?: AuditAction; user_id?: string; since?: string; until?: string };

/** Who did and saw what, the newest first. */
export const entriesQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ["audit", "list", filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/audit", { params: { query: { ...filters, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
