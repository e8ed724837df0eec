import { useTranslation } from "react-i18next";
import { KeyValueEditor } from "../../components/fields/key-value-editor";
import { NodeForm } from "../../components/fields/node-form";
import { NumberField, SelectField } from "../../components/fields/plain-fields";
import { Section } from "../../components/fields/section";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_CALL_RETRIES, MAX_CALL_SECONDS, MAX_URL } from "../limits";
import { HostHealth } from "./host-health";
import { apiCallProblems, apiCallSchema, hostOf, METHODS, type ApiCallData } from "./model";
import { PayloadEditor } from "./payload-editor";
import { SecretsNote } from "./secrets-note";

/** The request, and what is kept of the answer. */
export function ApiCallForm(props: NodeFormProps<ApiCallData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const host = hostOf(data.url ?? "");
  const change = (changes: Partial<ApiCallData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={apiCallSchema} problems={apiCallProblems(data)}>
      <SelectField
        path="method"
        label={t("api_call.method")}
        value={data.method ?? "GET"}
        options={METHODS.map((value) => ({ value, label: value }))}
        triggerClassName="w-32"
        onChange={(method) => change({ method })}
      />
      <TemplateTextInput
        path="url"
        label={t("api_call.url")}
        value={data.url ?? ""}
        placeholder="https://api.example.com/"
        limit={MAX_URL}
        onChange={(url) => change({ url })}
      />
      {host && <HostHealth host={host} />}
      <KeyValueEditor
        path="headers"
        legend={t("api_call.headers")}
        hint={t("api_call.headersHint")}
        value={data.headers ?? {}}
        nameLabel={t("api_call.header")}
        valueLabel={t("fields.value")}
        addLabel={t("api_call.addHeader")}
        namePlaceholder="Authorization"
        valuePlaceholder="Bearer {{secrets.TOKEN}}"
        hasSecrets
        onChange={(headers) => change({ headers })}
      />
      <SecretsNote headers={data.headers ?? {}} host={host} />
      <KeyValueEditor
        path="query"
        legend={t("api_call.query")}
        hint={t("api_call.queryHint")}
        value={data.query ?? {}}
        nameLabel={t("fields.name")}
        valueLabel={t("fields.value")}
        addLabel={t("api_call.addParameter")}
        onChange={(query) => change({ query })}
      />
      <PayloadEditor data={data} onChange={change} />
      <VariableNameField
        path="save_as"
        hint={t("api_call.saveAsHint")}
        value={data.save_as ?? ""}
        onChange={(save_as) => change({ save_as: save_as || undefined })}
      />
      <KeyValueEditor
        path="mapping"
        legend={t("api_call.mapping")}
        hint={t("api_call.mappingHint")}
        value={data.mapping ?? {}}
        nameLabel={t("api_call.variable")}
        valueLabel={t("api_call.path")}
        addLabel={t("api_call.addMapping")}
        namePlaceholder="total"
        valuePlaceholder="body.items.0.total"
        isPlain
        onChange={(mapping) => change({ mapping })}
      />
      <Section title={t("api_call.patience")}>
        <NumberField
          path="timeout_seconds"
          label={t("api_call.timeout")}
          hint={t("api_call.timeoutHint")}
          value={data.timeout_seconds}
          placeholder="10"
          min={0.1}
          max={MAX_CALL_SECONDS}
          isWhole={false}
          onChange={(timeout_seconds) => change({ timeout_seconds })}
        />
        <NumberField
          path="retries"
          label={t("api_call.retries")}
          hint={t("api_call.retriesHint")}
          value={data.retries}
          placeholder="0"
          min={0}
          max={MAX_CALL_RETRIES}
          onChange={(retries) => change({ retries })}
        />
      </Section>
    </NodeForm>
  );
}
