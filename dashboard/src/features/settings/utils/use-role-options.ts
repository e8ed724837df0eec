import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/me/get-me";
import { rolesQuery } from "@/api/roles/list-roles";
import { useRoleName } from "./use-role-name";

const BUILT_IN = ["admin", "supervisor", "agent", "viewer"];

/** The roles that can be chosen. Who may not list them is offered the built-in ones, and the one that is set. */
export function useRoleOptions(present?: string): { value: string; label: string }[] {
  const nameOf = useRoleName();
  const roles = useQuery({ ...rolesQuery, enabled: useMay("roles:manage") }).data;
  if (roles) return roles.map((role) => ({ value: role.code, label: nameOf(role.code, role.name) }));
  const codes = [...new Set([...BUILT_IN, ...(present ? [present] : [])])];
  return codes.map((code) => ({ value: code, label: nameOf(code) }));
}
