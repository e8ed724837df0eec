import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useVariables } from "../../hooks/use-variables";
import type { NodeFormProps } from "../../nodes/kind";
import { shapeProblems, type Problem } from "../../nodes/problems";
import { FormScopeContext, type FormScope } from "./form-scope";
import { saidOf } from "./said";

type Props<Data> = NodeFormProps<Data> & {
  schema: z.ZodType;
  problems?: readonly Problem[];
  children: ReactNode;
};

/** The form of a node: knows its variables, and puts what is wrong with it beside its fields. */
export function NodeForm<Data>({
  node,
  flow,
  flowId,
  findings,
  readOnly,
  schema,
  problems = [],
  children,
}: Props<Data>) {
  const { t } = useTranslation("flow-nodes");
  const variables = useVariables({ flow, flowId, nodeId: node.id });
  const own = [...shapeProblems(schema, node.data), ...problems];
  const tell = (problem: Problem) => t(`problems.${problem.code}`, problem.params);
  const says = saidOf({ problems: own, findings, tell });
  const scope: FormScope = { flow, nodeId: node.id, variables, says, readOnly: readOnly ?? false };

  return (
    <FormScopeContext value={scope}>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </FormScopeContext>
  );
}
