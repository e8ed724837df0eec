import { useTranslation } from "react-i18next";
import { useFormScope } from "../../components/fields/form-scope";
import { NodeForm } from "../../components/fields/node-form";
import { SelectField, SwitchField } from "../../components/fields/plain-fields";
import { Section } from "../../components/fields/section";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import {
  ANSWERS,
  ARGUMENTS,
  erpProblems,
  erpSchema,
  OPERATIONS,
  type Argument,
  type ErpData,
  type Operation,
} from "./model";

/** What is asked of the ERP, with which arguments. */
export function ErpForm(props: NodeFormProps<ErpData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<ErpData>) => props.onChange(changed(data, changes));
  const operation = data.operation ?? null;
  const fields = operation ? Object.keys(ANSWERS[operation].fields) : [];
  return (
    <NodeForm {...props} schema={erpSchema} problems={erpProblems(data)}>
      <SelectField<Operation>
        path="operation"
        label={t("erp.operation")}
        hint={operation ? t(`erp.operationHints.${operation}`) : undefined}
        value={operation ?? ("" as Operation)}
        options={OPERATIONS.map((value) => ({ value, label: t(`erp.operations.${value}`) }))}
        onChange={(value) => change({ operation: value, arguments: keptArguments(data.arguments, value) })}
      />
      {operation &&
        ARGUMENTS[operation].map((argument) => (
          <ArgumentField
            key={argument.name}
            argument={argument}
            value={data.arguments?.[argument.name]}
            onChange={(value) => change({ arguments: changed(data.arguments ?? {}, { [argument.name]: value }) })}
          />
        ))}
      <VariableNameField
        path="save_as"
        hint={fields.length && data.save_as ? t("erp.answerHas", { fields: fields.join(", ") }) : undefined}
        value={data.save_as ?? ""}
        onChange={(save_as) => change({ save_as })}
      />
      <Section title={t("fields.more")}>
        <TemplateTextInput
          path="connection"
          label={t("erp.connection")}
          hint={t("erp.connectionHint")}
          value={data.connection ?? ""}
          onChange={(connection) => change({ connection: connection || undefined })}
        />
      </Section>
    </NodeForm>
  );
}

/** Those that the operation knows too. */
function keptArguments(given: ErpData["arguments"], operation: Operation): Record<string, unknown> {
  const names = ARGUMENTS[operation].map((argument) => argument.name);
  return Object.fromEntries(Object.entries(given ?? {}).filter(([name]) => names.includes(name)));
}

type ArgumentProps = { argument: Argument; value: unknown; onChange: (value: unknown) => void };

function ArgumentField({ argument: { name, input }, value, onChange }: ArgumentProps) {
  const { t } = useTranslation("flow-nodes");
  const { nodeId } = useFormScope();
  const label = t(`erp.arguments.${name}`);
  if (input === "flag") {
    return <SwitchField id={`${nodeId}-${name}`} label={label} value={value === true} onChange={onChange} />;
  }
  return (
    <TemplateTextInput
      path={`arguments.${name}`}
      label={label}
      value={typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value)}
      isMultiline={input === "long"}
      onChange={(text) => onChange(text || undefined)}
    />
  );
}
