import { useTranslation } from "react-i18next";
import { NameField } from "../../components/fields/name-field";
import { NodeForm } from "../../components/fields/node-form";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { useDepartments, usePeople } from "../../hooks/use-directory";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_TEXT } from "../limits";
import { transferProblems, transferSchema, type TransferData } from "./model";

/** Who gets the conversation, and what they and the contact read. */
export function TransferForm(props: NodeFormProps<TransferData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<TransferData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={transferSchema} problems={transferProblems(data)}>
      <NameField
        path="department"
        label={t("transfer.department")}
        hint={t("transfer.departmentHint")}
        value={data.department ?? ""}
        options={useDepartments()}
        onChange={(department) => change({ department: department || undefined })}
      />
      <NameField
        path="user"
        label={t("transfer.user")}
        hint={t("transfer.userHint")}
        value={data.user ?? ""}
        options={usePeople()}
        onChange={(user) => change({ user: user || undefined })}
      />
      <TemplateTextInput
        path="message"
        label={t("transfer.message")}
        hint={t("transfer.messageHint")}
        value={data.message ?? ""}
        isMultiline
        hasFormat
        limit={MAX_TEXT}
        onChange={(message) => change({ message })}
      />
      <TemplateTextInput
        path="note"
        label={t("transfer.note")}
        hint={t("transfer.noteHint")}
        value={data.note ?? ""}
        isMultiline
        onChange={(note) => change({ note })}
      />
    </NodeForm>
  );
}
