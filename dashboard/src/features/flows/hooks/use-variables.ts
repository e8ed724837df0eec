import { useDeferredValue, useMemo, useState } from "react";
import type { FlowDocument } from "../utils/document";
import { isSameList } from "../utils/same-list";
import { variablesAfter, variablesAt, type Variable } from "../utils/variables";
import { useChatbotVariables } from "./use-chatbot-variables";

type Where = { flow: FlowDocument; flowId: string; nodeId: string; isAfter?: boolean };

/** The variables that may be read at a node, or after it. Typing does not wait for them, and while they stay the same
 * so does the list. */
export function useVariables({ flow, flowId, nodeId, isAfter = false }: Where): readonly Variable[] {
  const chatbot = useChatbotVariables(flowId);
  const seen = useDeferredValue(flow);
  const [keep] = useState(createKept);
  return useMemo(
    () => keep((isAfter ? variablesAfter : variablesAt)(seen, nodeId, chatbot)),
    [keep, seen, nodeId, chatbot, isAfter],
  );
}

function createKept() {
  let kept: readonly Variable[] = [];
  return (variables: readonly Variable[]): readonly Variable[] => {
    const isKept = kept.length === variables.length && kept.every((one, index) => isSame(one, variables[index]));
    if (!isKept) kept = variables;
    return kept;
  };
}

function isSame(one: Variable, other: Variable | undefined): boolean {
  return other !== undefined && isSameList(tellingOf(one), tellingOf(other));
}

const tellingOf = ({ name, type, definedBy, isCertain, fields }: Variable): unknown[] => [
  name,
  type,
  definedBy,
  isCertain,
  JSON.stringify(fields),
];
