import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Adds a day on which the company is closed, or open although it is a public holiday. */
export function useAddHoliday() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddHolidayRequest"> }) =>
      unwrap(api.POST("/api/v1/holidays", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["holidays"] }),
  });
}
