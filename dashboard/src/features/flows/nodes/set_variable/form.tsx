import { useTranslation } from "react-i18next";
import { AssignmentsEditor } from "../../components/fields/assignments-editor";
import { SaidText } from "../../components/fields/field";
import { useFormScope } from "../../components/fields/form-scope";
import { NodeForm } from "../../components/fields/node-form";
import { SelectField } from "../../components/fields/plain-fields";
import { readAssignments, writeAssignments } from "../assignments";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { SCOPES, setVariableProblems, setVariableSchema, type SetVariableData } from "./model";

/** What is remembered, and where. */
export function SetVariableForm(props: NodeFormProps<SetVariableData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<SetVariableData>) => props.onChange(changed(data, changes));
  const scope = data.scope ?? "session";
  return (
    <NodeForm {...props} schema={setVariableSchema} problems={setVariableProblems(data)}>
      <SelectField
        path="scope"
        label={t("set_variable.scope")}
        hint={t(`set_variable.scopeHints.${scope}`)}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: t(`set_variable.scopes.${value}`) }))}
        onChange={(value) => change({ scope: value })}
      />
      <AssignmentsEditor
        path="assignments"
        label={t("set_variable.assignments")}
        nameLabel={t(scope === "session" ? "set_variable.name" : "set_variable.field")}
        addLabel={t("set_variable.add")}
        assignments={readAssignments(data.assignments)}
        onChange={(assignments) => change({ assignments: writeAssignments(assignments) })}
      />
      <NoAssignments />
    </NodeForm>
  );
}

function NoAssignments() {
  const said = useFormScope().says("assignments");
  return said ? <SaidText said={said} /> : null;
}
