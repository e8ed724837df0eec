import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { findingsQuery } from "../api/get-findings";
import { isDirty, useEditor } from "../stores/editor";
import { useFindings } from "../stores/findings";
import { useRefusals } from "../stores/saver";

/** Lets the check look at each draft that was saved, and hands what it says to the cards and the panels. */
export function useFindingsCheck(flowId: string): void {
  const version = useEditor((state) => state.version);
  const isOpen = useEditor((state) => state.flowId === flowId);
  const isChanged = useEditor(isDirty);
  const refusals = useRefusals((state) => state.refusals);
  const { data, isPlaceholderData } = useQuery({
    ...findingsQuery(flowId, version),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const all = useMemo(
    () => [
      ...refusals,
      ...(data?.findings ?? []).map((one) => ({ ...one, severity: one.severity ?? ("error" as const) })),
    ],
    [refusals, data],
  );
  const isCurrent = data !== undefined && !isPlaceholderData && !isChanged;
  useEffect(() => useFindings.getState().setFindings(all, isCurrent), [all, isCurrent]);
}
