import { useSearchParams } from "react-router";
import type { UserFilters } from "@/api/users/list-users";

const PAGE_SIZE = 25;
const SORTS = ["created_at", "name", "email", "role", "last_login_at"] as const;
type SortBy = (typeof SORTS)[number];

const isSort = (text: string | null): text is SortBy => SORTS.some((sort) => sort === text);

/** What the list is narrowed and sorted by, kept in the address. */
export function useUserFilters() {
  const [params, setParams] = useSearchParams();
  const sort = params.get("sort");
  const status = params.get("status");
  const page = Math.max(1, Number(params.get("page")) || 1);
  const [q, role, department] = ["q", "role", "department"].map((name) => params.get(name) ?? "");
  const sortBy: SortBy = isSort(sort) ? sort : "name";
  const order: "asc" | "desc" = params.get("order") === "desc" ? "desc" : "asc";
  const filters: UserFilters = {
    page,
    limit: PAGE_SIZE,
    sort: sortBy,
    order,
    ...(q ? { q } : {}),
    ...(role ? { role } : {}),
    ...(department ? { department } : {}),
    ...(status === "active" || status === "inactive" ? { status } : {}),
  };
  /** Sets some of them; every change but that of the page begins at the first. */
  const choose = (changes: Record<string, string>) =>
    setParams(
      (given) => {
        if (!("page" in changes)) given.delete("page");
        for (const [name, value] of Object.entries(changes)) {
          if (value) given.set(name, value);
          else given.delete(name);
        }
        return given;
      },
      { replace: true },
    );
  return { filters, sortBy, order, page, pageSize: PAGE_SIZE, choose };
}
