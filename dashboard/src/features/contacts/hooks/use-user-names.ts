import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { agentsQuery } from "@/api/users/list-agents";

/** Gives the name of a person of the company by its id, as far as it may be known. */
export function useUserNames(): (userId: string | null) => string | null {
  const people = useQuery({ ...agentsQuery, staleTime: 5 * 60_000 }).data;
  return useCallback((userId) => people?.find((one) => one.id === userId)?.name ?? null, [people]);
}
