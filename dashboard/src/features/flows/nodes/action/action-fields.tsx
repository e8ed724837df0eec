import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { tagsQuery } from "@/api/tags/list-tags";
import { NameField } from "../../components/fields/name-field";
import { NumberField, SelectField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { useDepartments } from "../../hooks/use-directory";
import { MAX_ACTION_TEXT, MAX_POINTS } from "../limits";
import { AttributeFields } from "./attribute-fields";
import { PRIORITIES, PURPOSES, STAGES, type ActionItem, type ActionOf } from "./model";
import { NotifyFields } from "./notify-fields";

export type FieldsProps<Item extends ActionItem = ActionItem> = {
  path: string;
  action: Item;
  onChange: (action: ActionItem) => void;
};

/** What an action needs to know. */
export function ActionFields({ path, action, onChange }: FieldsProps) {
  const { t } = useTranslation("flow-nodes");
  switch (action.type) {
    case "add_tag":
    case "remove_tag":
    case "add_conversation_tag":
    case "remove_conversation_tag":
      return <TagField path={path} action={action} onChange={onChange} />;
    case "set_attribute":
      return <AttributeFields path={path} action={action} onChange={onChange} />;
    case "notify":
      return <NotifyFields path={path} action={action} onChange={onChange} />;
    case "set_department":
      return <DepartmentField path={path} action={action} onChange={onChange} />;
    case "set_name":
      return (
        <TemplateTextInput
          path={`${path}.name`}
          label={t("action.name")}
          value={action.name ?? ""}
          onChange={(name) => onChange({ ...action, name })}
        />
      );
    case "set_email":
      return (
        <TemplateTextInput
          path={`${path}.email`}
          label={t("action.email")}
          hint={t("action.emailHint")}
          value={action.email ?? ""}
          onChange={(email) => onChange({ ...action, email })}
        />
      );
    case "set_lifecycle_stage":
      return (
        <SelectField
          path={`${path}.stage`}
          label={t("action.stage")}
          value={action.stage}
          options={STAGES.map((value) => ({ value, label: t(`action.stages.${value}`) }))}
          onChange={(stage) => onChange({ ...action, stage })}
        />
      );
    case "change_lead_score":
      return (
        <NumberField
          path={`${path}.points`}
          label={t("action.points")}
          hint={t("action.pointsHint")}
          value={action.points}
          min={-MAX_POINTS}
          max={MAX_POINTS}
          onChange={(points) => onChange({ ...action, points: points ?? 0 })}
        />
      );
    case "grant_consent":
    case "revoke_consent":
      return <ConsentFields path={path} action={action} onChange={onChange} />;
    case "set_priority":
      return (
        <SelectField
          path={`${path}.priority`}
          label={t("action.priority")}
          value={action.priority}
          options={PRIORITIES.map((value) => ({ value, label: t(`action.priorities.${value}`) }))}
          onChange={(priority) => onChange({ ...action, priority })}
        />
      );
    case "add_note":
      return (
        <TemplateTextInput
          path={`${path}.text`}
          label={t("action.note")}
          value={action.text ?? ""}
          isMultiline
          limit={MAX_ACTION_TEXT}
          onChange={(text) => onChange({ ...action, text })}
        />
      );
    case "block":
      return <p className="text-xs text-muted-foreground">{t("action.blockHint")}</p>;
    case "start_campaign":
      return <p className="text-xs text-destructive">{t("problems.campaigns_missing")}</p>;
  }
}

type Tagging = ActionOf<"add_tag" | "remove_tag" | "add_conversation_tag" | "remove_conversation_tag">;

function TagField({ path, action, onChange }: FieldsProps<Tagging>) {
  const { t } = useTranslation("flow-nodes");
  const isAllowed = useMay("contacts:read");
  const { data: tags = [] } = useQuery({ ...tagsQuery, enabled: isAllowed });
  return (
    <NameField
      path={`${path}.tag`}
      label={t("action.tag")}
      hint={t("action.tagHint")}
      value={action.tag ?? ""}
      options={tags.map(({ name }) => ({ value: name, label: name }))}
      onChange={(tag) => onChange({ ...action, tag })}
    />
  );
}

function DepartmentField({ path, action, onChange }: FieldsProps<ActionOf<"set_department">>) {
  const { t } = useTranslation("flow-nodes");
  return (
    <NameField
      path={`${path}.department`}
      label={t("action.department")}
      hint={t("action.departmentHint")}
      value={action.department ?? ""}
      options={useDepartments()}
      onChange={(department) => onChange({ ...action, department })}
    />
  );
}

function ConsentFields({ path, action, onChange }: FieldsProps<ActionOf<"grant_consent" | "revoke_consent">>) {
  const { t } = useTranslation("flow-nodes");
  return (
    <>
      <SelectField
        path={`${path}.purpose`}
        label={t("action.purpose")}
        value={action.purpose ?? "marketing"}
        options={PURPOSES.map((value) => ({ value, label: t(`action.purposes.${value}`) }))}
        onChange={(purpose) => onChange({ ...action, purpose })}
      />
      <TemplateTextInput
        path={`${path}.text`}
        label={t("action.proof")}
        hint={t("action.proofHint")}
        value={action.text ?? ""}
        isMultiline
        limit={MAX_ACTION_TEXT}
        onChange={(text) => onChange({ ...action, text })}
      />
    </>
  );
}
