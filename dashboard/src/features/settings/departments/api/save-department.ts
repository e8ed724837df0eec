import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { departmentId: string; version: number; body: Schema<"UpdateDepartmentRequest"> };

/** Changes a department; what is not named stays. */
export function useSaveDepartment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/departments/{department_id}", {
          params: { path: { department_id: departmentId } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["departments"] }),
  });
}
