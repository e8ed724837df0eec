import { MAX_EXPRESSION } from "../../nodes/limits";
import { useVariables } from "../../hooks/use-variables";
import type { FlowDocument, FlowEdge } from "../../utils/document";
import { ExpressionInput } from "./expression-input";
import { FormScopeContext, type FormScope } from "./form-scope";

type Props = {
  flow: FlowDocument;
  flowId: string;
  edge: FlowEdge;
  label: string;
  hint: string;
  isReadOnly: boolean;
  onChange: (condition: string) => void;
};

/** When an edge is taken; sees what the node before it has just written. */
export function EdgeCondition({ flow, flowId, edge, label, hint, isReadOnly, onChange }: Props) {
  const variables = useVariables({ flow, flowId, nodeId: edge.source, isAfter: true });
  const scope: FormScope = { flow, nodeId: edge.source, variables, says: () => undefined, readOnly: isReadOnly };
  return (
    <FormScopeContext value={scope}>
      <ExpressionInput
        path="condition"
        label={label}
        hint={hint}
        value={edge.condition ?? ""}
        limit={MAX_EXPRESSION}
        onChange={onChange}
      />
    </FormScopeContext>
  );
}
