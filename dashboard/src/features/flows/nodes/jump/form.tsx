import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { flowsQuery } from "@/api/flows/list-flows";
import { Input } from "@/components/ui/input";
import { AssignmentsEditor } from "../../components/fields/assignments-editor";
import { Field } from "../../components/fields/field";
import { KeyValueEditor } from "../../components/fields/key-value-editor";
import { NodeForm } from "../../components/fields/node-form";
import { SwitchField } from "../../components/fields/plain-fields";
import { NameMenu } from "../../components/fields/name-field";
import { readAssignments, writeAssignments } from "../assignments";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { jumpProblems, jumpSchema, returns, type JumpData } from "./model";

/** Pages of fifty: more flows than anybody has. */
const MAX_PAGES = 6;

/** Which flow is run, what it gets, and what is taken from it. */
export function JumpForm(props: NodeFormProps<JumpData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<JumpData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={jumpSchema} problems={jumpProblems(data)}>
      <FlowField {...props} onPick={(flow_id) => change({ flow_id })} />
      <SwitchField
        id="jump-return"
        label={t("jump.return")}
        hint={t("jump.returnHint")}
        value={returns(data)}
        onChange={(value) => change({ return: value })}
      />
      <section className="flex min-w-0 flex-col gap-2">
        <h4 className="text-sm font-medium">{t("jump.variables")}</h4>
        <p className="text-xs text-muted-foreground">{t("jump.variablesHint")}</p>
        <AssignmentsEditor
          path="variables"
          contentPath="assignments"
          label={t("jump.variables")}
          nameLabel={t("jump.theirName")}
          addLabel={t("jump.addVariable")}
          assignments={readAssignments(data.variables)}
          onChange={(variables) => change({ variables: writeAssignments(variables) })}
        />
      </section>
      {returns(data) && (
        <KeyValueEditor
          path="outputs"
          legend={t("jump.outputs")}
          hint={t("jump.outputsHint")}
          value={data.outputs ?? {}}
          nameLabel={t("jump.ourName")}
          valueLabel={t("jump.theirName")}
          addLabel={t("jump.addOutput")}
          isPlain
          onChange={(outputs) => change({ outputs })}
        />
      )}
    </NodeForm>
  );
}

function FlowField({ node, flowId, readOnly, onPick }: NodeFormProps<JumpData> & { onPick: (flowId: string) => void }) {
  const { t } = useTranslation("flow-nodes");
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(flowsQuery());
  const flows = (data?.pages ?? []).flatMap((page) => page.items).filter((flow) => flow.id !== flowId);
  const chosen = flows.find((flow) => flow.id === node.data.flow_id);
  const state = chosen && !chosen.published_version_id ? t("jump.unpublished") : undefined;
  const options = flows.map((flow) => ({
    value: flow.id,
    label: flow.name,
    detail: [flow.chatbot_name, flow.published_version_id ? "" : t("jump.draftOnly")].filter(Boolean).join(" · "),
  }));
  const isMissing = hasNextPage && (data?.pages.length ?? 0) < MAX_PAGES;
  useEffect(() => {
    if (isMissing) void fetchNextPage();
  }, [isMissing, fetchNextPage]);
  return (
    <Field
      path="flow_id"
      label={t("jump.flow")}
      hint={state}
      actions={readOnly ? undefined : <NameMenu label={t("jump.flow")} options={options} onPick={onPick} />}
    >
      {(control) => (
        <Input
          {...control}
          readOnly
          value={chosen?.name ?? (node.data.flow_id ? t("jump.unknownFlow", { id: node.data.flow_id }) : "")}
          placeholder={t("jump.noFlow")}
        />
      )}
    </Field>
  );
}
