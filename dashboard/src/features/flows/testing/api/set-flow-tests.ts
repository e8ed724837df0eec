import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useEditor } from "../../stores/editor";
import { saveDraft } from "../../stores/saver";
import { flowTestsQuery } from "./get-flow-tests";
import type { Script } from "../utils/script";

/** Writes the tests beside a flow, made of those that there are now.
 *
 * Tests count the flow's version up, so the draft is saved before and goes on from the version that the answer names.
 */
export function useSetFlowTests(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `tests ${flowId}` },
    mutationFn: async (change: (tests: Script[]) => Script[]) => {
      await saveDraft(client);
      const now = await client.fetchQuery({ ...flowTestsQuery(flowId), staleTime: 0 });
      const params = { path: { flow_id: flowId }, header: { "If-Match": `"${now.version}"` } };
      const body = { tests: change(now.tests) };
      return unwrap(api.PUT("/api/v1/flows/{flow_id}/tests", { params, body }));
    },
    onSuccess: ({ tests, version }) => {
      const { flowId: edited, version: known } = useEditor.getState();
      if (edited === flowId && known === version - 1) useEditor.setState({ version });
      client.setQueryData(flowTestsQuery(flowId).queryKey, { tests: tests as Script[], version });
      void client.invalidateQueries({ queryKey: ["flows", flowId], exact: true });
    },
  });
}
