import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useChatbotVariables } from "../hooks/use-chatbot-variables";
import { useEditor } from "../stores/editor";
import { allVariables } from "../utils/variables";
import { rehearseFlow } from "./api/rehearse-flow";
import { withProbes } from "./utils/probe";
import { type Script, stepsOf } from "./utils/script";
import { readRehearsal, type Rehearsal } from "./utils/turns";

const NOTHING: Rehearsal = { turns: [], trace: [], failures: [], passed: true };

/** Rehearses the script whole whenever it or the saved draft changes. The same script gives the same answer, so that what
 * was played before is known without asking. */
export function useRehearsal(flowId: string, script: Script) {
  const version = useEditor((state) => state.version);
  const names = useNames(flowId, script);
  const query = useQuery({
    queryKey: ["flows", flowId, "rehearsal", version, script, names],
    queryFn: async ({ signal }) => {
      const probed = withProbes(script, names);
      const { tests } = await rehearseFlow(flowId, { tests: [{ ...probed.script, name: "phone" }] }, signal);
      return tests[0] ? readRehearsal(script, probed, tests[0]) : NOTHING;
    },
    enabled: stepsOf(script).length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const rehearsal = stepsOf(script).length > 0 ? (query.data ?? NOTHING) : NOTHING;
  return { rehearsal, error: query.error, isPlaying: query.isFetching, retry: query.refetch };
}

/** Every variable that may have a value. */
function useNames(flowId: string, script: Script): string[] {
  const document = useEditor((state) => state.saved.document);
  const chatbot = useChatbotVariables(flowId);
  return useMemo(() => {
    const written = allVariables(document, chatbot).map((one) => one.name);
    return [...new Set([...written, ...Object.keys(script.variables ?? {})])].sort();
  }, [document, chatbot, script.variables]);
}
