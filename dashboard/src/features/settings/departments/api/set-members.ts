import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { departmentId: string; version: number; userIds: string[] };

/** Says who is in a department; nobody else is from then on. */
export function useSetMembers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, version, userIds }: Change) =>
      unwrap(
        api.PUT("/api/v1/departments/{department_id}/members", {
          params: { path: { department_id: departmentId } },
          body: { user_ids: userIds },
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () =>
      Promise.all(["departments", "users"].map((resource) => client.invalidateQueries({ queryKey: [resource] }))),
  });
}
