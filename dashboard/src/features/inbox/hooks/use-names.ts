import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { tagsQuery, type Tag } from "@/api/tags/list-tags";
import { usePeople } from "./use-people";

export type Names = {
  user: (id: string | null) => string | undefined;
  department: (id: string | null) => string | undefined;
  tag: (id: string) => Pick<Tag, "name" | "color"> | undefined;
};

/** What ids mean: people, departments, tags. The same object until one of them changes. */
export function useNames(): Names {
  const { nameOf } = usePeople();
  const departments = useQuery(departmentDirectoryQuery).data?.items;
  const tags = useQuery(tagsQuery).data;
  return useMemo(() => {
    const departmentNames = new Map(departments?.map(({ id, name }) => [id, name]));
    const tagsById = new Map(tags?.map((tag) => [tag.id, tag]));
    return {
      user: nameOf,
      department: (id) => (id === null ? undefined : departmentNames.get(id)),
      tag: (id) => tagsById.get(id),
    };
  }, [nameOf, departments, tags]);
}
