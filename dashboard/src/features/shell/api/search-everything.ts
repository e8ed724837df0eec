import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const LIMIT = 6;

/** Fewer letters find too much. */
export const MIN_LETTERS = 2;

/** The conversations that something was said in. */
export const foundConversationsQuery = (q: string) =>
  queryOptions({
    queryKey: ["conversations", "search", q],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/v1/conversations", { params: { query: { q, limit: LIMIT } }, signal }))).items,
    enabled: q.length >= MIN_LETTERS,
  });

/** The contacts that go by such a name, phone or e-mail. */
export const foundContactsQuery = (q: string) =>
  queryOptions({
    queryKey: ["contacts", "search", q],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/v1/contacts", { params: { query: { q, limit: LIMIT } }, signal }))).items,
    enabled: q.length >= MIN_LETTERS,
  });
