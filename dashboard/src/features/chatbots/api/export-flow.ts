import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Gives a flow's file: its draft, tests and name, without secrets. */
export function useExportFlow() {
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.GET("/api/v1/flows/{flow_id}/export", { params: { path: { flow_id: id } } })),
  });
}
