import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { departmentId: string | null; version: number; body: Schema<"SetBusinessHoursRequest"> };

/** Says when the company, or a department, is open. */
export function useSetHours() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/business-hours", {
          params: { query: departmentId ? { department_id: departmentId } : {} },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["business-hours"] }),
  });
}
