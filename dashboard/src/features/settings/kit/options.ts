import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { flowsQuery } from "@/api/flows/list-flows";
import { useMay } from "@/api/me/get-me";
import { tagsQuery } from "@/api/tags/list-tags";
import { agentsQuery } from "@/api/users/list-agents";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";

export type Option = { value: string; label: string };

const NONE: readonly Option[] = [];

/** The departments to choose from; none for who may not see them. */
export function useDepartmentOptions(): readonly Option[] {
  const { data } = useQuery({ ...departmentDirectoryQuery, enabled: useMay("conversations:handle") });
  return data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? NONE;
}

/** The tags to choose from. */
export function useTagOptions(): readonly Option[] {
  const { data } = useQuery({ ...tagsQuery, enabled: useMay("contacts:read") });
  return data?.map(({ id, name }) => ({ value: id, label: name })) ?? NONE;
}

/** The people to choose from. */
export function useUserOptions(): readonly Option[] {
  const { data } = useQuery({ ...agentsQuery, enabled: useMay("users:read") });
  return data?.map(({ id: value, name }) => ({ value, label: name })) ?? NONE;
}

/** The numbers to choose from. */
export function useNumberOptions(): readonly Option[] {
  const { data } = useQuery({ ...whatsappConfigsQuery, enabled: useMay("whatsapp:manage") });
  return data?.map(({ id, name }) => ({ value: id, label: name })) ?? NONE;
}

/** The published flows to choose from. */
export function useFlowOptions(): readonly Option[] {
  const { data } = useInfiniteQuery({ ...flowsQuery({ published: true }), enabled: useMay("flows:read") });
  return data?.pages.flatMap((page) => page.items).map(({ id, name }) => ({ value: id, label: name })) ?? NONE;
}
