import { useTranslation } from "react-i18next";
import { JsonInput } from "../../components/fields/json-input";
import { KeyValueEditor } from "../../components/fields/key-value-editor";
import { SelectField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { PAYLOADS, payloadOf, type ApiCallData, type Payload } from "./model";

type Props = { data: ApiCallData; onChange: (changes: Partial<ApiCallData>) => void };

const BEGINNINGS: Readonly<Record<Payload, Partial<ApiCallData>>> = {
  none: {},
  json: { json: {} },
  form: { form: {} },
  body: { body: "" },
};

/** What is sent along: JSON, a form or a text. */
export function PayloadEditor({ data, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const payload = payloadOf(data);
  const become = (next: Payload) =>
    onChange({ json: undefined, form: undefined, body: undefined, ...BEGINNINGS[next] });
  return (
    <>
      <SelectField
        path=""
        label={t("api_call.payload")}
        value={payload}
        options={PAYLOADS.map((value) => ({ value, label: t(`api_call.payloads.${value}`) }))}
        onChange={become}
      />
      {payload === "json" && (
        <JsonInput
          path="json"
          label={t("api_call.payloads.json")}
          hint={t("api_call.jsonHint")}
          hasVariables
          value={data.json}
          onChange={(json) => onChange({ json })}
        />
      )}
      {payload === "form" && (
        <KeyValueEditor
          path="form"
          legend={t("api_call.payloads.form")}
          value={data.form ?? {}}
          nameLabel={t("fields.name")}
          valueLabel={t("fields.value")}
          addLabel={t("api_call.addParameter")}
          onChange={(form) => onChange({ form })}
        />
      )}
      {payload === "body" && (
        <TemplateTextInput
          path="body"
          label={t("api_call.payloads.body")}
          value={data.body ?? ""}
          isMultiline
          onChange={(body) => onChange({ body })}
        />
      )}
    </>
  );
}
