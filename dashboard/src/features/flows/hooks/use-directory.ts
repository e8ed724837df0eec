import { useQuery } from "@tanstack/react-query";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMay } from "@/api/me/get-me";
import { agentsQuery } from "@/api/users/list-agents";

export type Choice = { value: string; label: string; detail?: string };

/** The departments that a node may name; documents name them as people do. */
export function useDepartments(): readonly Choice[] {
  const isAllowed = useMay("conversations:handle");
  const { data } = useQuery({ ...departmentDirectoryQuery, enabled: isAllowed, staleTime: 60_000 });
  return (data?.items ?? []).map(({ name, description }) => ({ value: name, label: name, detail: description }));
}

/** The people that a node may name, by their ids. */
export function usePeople(): readonly Choice[] {
  const isAllowed = useMay("users:read");
  const { data = [] } = useQuery({ ...agentsQuery, enabled: isAllowed, staleTime: 60_000 });
  return data.map(({ id, name }) => ({ value: id, label: name }));
}
