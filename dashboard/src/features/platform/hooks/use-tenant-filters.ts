import { useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import type { TenantFilters } from "../api/list-tenants";

const PAGE_SIZE = 25;
export const STATUSES: readonly Schema<"TenantStatus">[] = ["active", "trial", "suspended", "cancelled"];
const SORTS = ["created_at", "name", "slug", "updated_at"] as const;

/** What the list is narrowed and sorted by, kept in the address. */
export function useTenantFilters() {
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get("page")) || 1);
  const [q, plan] = [params.get("q") ?? "", params.get("plan") ?? ""];
  const status = STATUSES.find((one) => one === params.get("status"));
  const sort = SORTS.find((one) => one === params.get("sort")) ?? "created_at";
  const order: "asc" | "desc" = params.get("order") === "asc" ? "asc" : "desc";
  const filters: TenantFilters = {
    page,
    limit: PAGE_SIZE,
    sort,
    order,
    ...(q ? { q } : {}),
    ...(plan ? { plan } : {}),
    ...(status ? { status } : {}),
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
  return { filters, page, pageSize: PAGE_SIZE, sort, order, choose };
}
