import { useSearchParams } from "react-router";
import type { AuditAction, AuditFilters } from "../api/list-entries";
import { AUDIT_ACTIONS } from "./actions";

/** What is chosen, as the address has it; days are the reader's own. */
export type Chosen = { action: AuditAction | null; userId: string | null; from: string; to: string };

const isAction = (text: string | null): text is AuditAction => AUDIT_ACTIONS.some((action) => action === text);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The first moment of a day in this browser's zone, and of the one after it. */
export function boundsOf(day: string): { start: string; end: string } | null {
  if (!DAY.test(day)) return null;
  const start = new Date(`${day}T00:00:00`);
  if (Number.isNaN(start.getTime())) return null;
  const next = new Date(start.getTime() + DAY_MS * 1.5);
  next.setHours(0, 0, 0, 0);
  return { start: start.toISOString(), end: next.toISOString() };
}

/** The filters of the list, kept in the address so that they can be linked to. */
export function useAuditFilters() {
  const [params, setParams] = useSearchParams();
  const action = params.get("action");
  const chosen: Chosen = {
    action: isAction(action) ? action : null,
    userId: params.get("user"),
    from: params.get("from") ?? "",
    to: params.get("to") ?? "",
  };
  const [since, until] = [boundsOf(chosen.from)?.start, boundsOf(chosen.to)?.end];
  const filters: AuditFilters = {
    ...(chosen.action ? { action: chosen.action } : {}),
    ...(chosen.userId ? { user_id: chosen.userId } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  };
  const choose = (name: "action" | "user" | "from" | "to", value: string) =>
    setParams(
      (given) => {
        if (value) given.set(name, value);
        else given.delete(name);
        return given;
      },
      { replace: true },
    );
  return { chosen, filters, choose };
}
