import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useEditor } from "../../stores/editor";

/** Makes a version the draft again, as one step that can be undone. A draft that another changed meanwhile is a 409. */
export function useRestoreFlowVersion(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) => {
      const version = useEditor.getState().version;
      const params = { path: { flow_id: flowId, number }, header: { "If-Match": `"${version}"` } };
      return unwrap(api.POST("/api/v1/flows/{flow_id}/versions/{number}/restore", { params }));
    },
    onSuccess: (view) => {
      useEditor.getState().replaceDocument(view);
      client.setQueryData(["flows", flowId], view);
      void client.invalidateQueries({ queryKey: ["flows", "list"] });
    },
  });
}
