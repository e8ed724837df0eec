import { useTranslation } from "react-i18next";
import { NameField } from "../../components/fields/name-field";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { useDepartments, usePeople } from "../../hooks/use-directory";
import { changed } from "../fields";
import { MAX_ACTION_TEXT } from "../limits";
import type { FieldsProps } from "./action-fields";
import type { ActionOf } from "./model";

/** What people are told, and who. */
export function NotifyFields({ path, action, onChange }: FieldsProps<ActionOf<"notify">>) {
  const { t } = useTranslation("flow-nodes");
  return (
    <>
      <TemplateTextInput
        path={`${path}.text`}
        label={t("action.notice")}
        value={action.text ?? ""}
        isMultiline
        limit={MAX_ACTION_TEXT}
        onChange={(text) => onChange({ ...action, text })}
      />
      <NameField
        path={`${path}.department`}
        label={t("action.noticeDepartment")}
        value={action.department ?? ""}
        options={useDepartments()}
        onChange={(department) => onChange(changed(action, { department: department || undefined }))}
      />
      <NameField
        path={`${path}.user`}
        label={t("action.noticeUser")}
        hint={t("action.noticeHint")}
        value={action.user ?? ""}
        options={usePeople()}
        onChange={(user) => onChange(changed(action, { user: user || undefined }))}
      />
    </>
  );
}
