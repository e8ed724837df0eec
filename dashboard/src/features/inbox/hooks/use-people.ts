import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { agentsQuery, type Agent } from "@/api/users/list-agents";
import { usersQuery } from "@/api/users/list-users";

export type Person = { id: string; name: string; status: Agent["status"]; hasAvatar: boolean; open: number | null };

const FILTERS = { status: "active", limit: 100, sort: "name", order: "asc" } as const;
const BY_PRESENCE: Record<Person["status"], number> = { online: 0, away: 1, busy: 2, offline: 3 };

/** The company's people, those who are there first, each with what they have in hand; and their names by id. */
export function usePeople() {
  const users = useQuery(usersQuery(FILTERS)).data?.items;
  const agents = useQuery(agentsQuery).data;
  return useMemo(() => {
    const present = new Map(agents?.map((agent) => [agent.id, agent]));
    const people = (users ?? []).map((user): Person => {
      const agent = present.get(user.id);
      const { id, name, has_avatar: hasAvatar } = user;
      return { id, name, hasAvatar, status: agent?.status ?? "offline", open: agent?.open_conversations ?? null };
    });
    people.sort((one, other) => BY_PRESENCE[one.status] - BY_PRESENCE[other.status]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    return { people, nameOf: (id: string | null) => (id === null ? undefined : names.get(id)) };
  }, [users, agents]);
}
