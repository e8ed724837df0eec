import { useMutation, useQueryClient } from "@tanstack/react-query";
import { saveDraft } from "../../stores/saver";
import { rehearseFlow } from "./rehearse-flow";

/** Plays the tests beside the flow against the draft. */
export function useRunFlowTests(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await saveDraft(client);
      return rehearseFlow(flowId, { saved: true });
    },
  });
}
