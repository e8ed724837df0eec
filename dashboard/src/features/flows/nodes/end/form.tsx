import { useTranslation } from "react-i18next";
import { NodeForm } from "../../components/fields/node-form";
import { SwitchField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_OUTCOME, MAX_TEXT } from "../limits";
import { DEFAULT_OUTCOME, endProblems, endSchema, type EndData } from "./model";

/** What is said at the end, and how it is counted. */
export function EndForm(props: NodeFormProps<EndData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<EndData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={endSchema} problems={endProblems(data)}>
      <TemplateTextInput
        path="message"
        label={t("end.message")}
        hint={t("end.messageHint")}
        value={data.message ?? ""}
        isMultiline
        hasFormat
        limit={MAX_TEXT}
        onChange={(message) => change({ message })}
      />
      <TemplateTextInput
        path="outcome"
        label={t("end.outcome")}
        hint={t("end.outcomeHint")}
        value={data.outcome ?? ""}
        placeholder={DEFAULT_OUTCOME}
        limit={MAX_OUTCOME}
        onChange={(outcome) => change({ outcome: outcome || undefined })}
      />
      <SwitchField
        id="end-resolve"
        label={t("end.resolve")}
        hint={t("end.resolveHint")}
        value={data.resolve ?? false}
        onChange={(resolve) => change({ resolve })}
      />
    </NodeForm>
  );
}
