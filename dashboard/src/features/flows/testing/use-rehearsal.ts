import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEditor } from "../stores/editor";
import { rehearseFlow } from "./api/rehearse-flow";
import { type Script, stepsOf } from "./utils/script";
import { readRehearsal, type Rehearsal } from "./utils/turns";

const NOTHING: Rehearsal = { turns: [], trace: [], failures: [], passed: true };

/** Rehearses the script whole whenever it or the saved draft changes. The same script gives the same answer, so that what
 * was played before is known without asking. */
export function useRehearsal(flowId: string, script: Script) {
  const version = useEditor((state) => state.version);
  const query = useQuery({
    queryKey: ["flows", flowId, "rehearsal", version, script],
    queryFn: async ({ signal }) => {
      const { tests } = await rehearseFlow(flowId, { tests: [{ ...script, name: "phone" }] }, signal);
      return tests[0] ? readRehearsal(script, tests[0]) : NOTHING;
    },
    enabled: stepsOf(script).length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const rehearsal = stepsOf(script).length > 0 ? (query.data ?? NOTHING) : NOTHING;
  return { rehearsal, error: query.error, isPlaying: query.isFetching, retry: query.refetch };
}
