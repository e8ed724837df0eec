import { Choice } from "../../kit/choice";
import { CheckList } from "../../kit/ids-field";
import { Line, LongText } from "../../kit/labelled";
import { Lines } from "../../kit/lines";
import { useDepartmentOptions, useFlowOptions, useTagOptions, useUserOptions } from "../../kit/options";
import { useTexts } from "../../kit/use-texts";
import { PRIORITIES, type Action, type KnownAction } from "../utils/actions";

type Of<Type extends KnownAction["type"]> = Extract<KnownAction, { type: Type }>;
type Props<One extends KnownAction = KnownAction> = { action: One; onChange: (action: Action) => void };

/** What an action needs, by its kind. */
export function ActionFields({ action, onChange }: Props) {
  switch (action.type) {
    case "assign_user":
      return <UserFields action={action} onChange={onChange} />;
    case "assign_department":
      return <DepartmentFields action={action} onChange={onChange} />;
    case "add_tags":
    case "remove_tags":
      return <TagFields action={action} onChange={onChange} />;
    case "set_priority":
      return <PriorityFields action={action} onChange={onChange} />;
    case "snooze":
      return <SnoozeFields action={action} onChange={onChange} />;
    case "resolve":
      return <ResolveFields action={action} onChange={onChange} />;
    case "send_text":
    case "note":
      return <TextFields action={action} onChange={onChange} />;
    case "send_template":
      return <TemplateFields action={action} onChange={onChange} />;
    case "notify":
      return <NotifyFields action={action} onChange={onChange} />;
    case "start_flow":
      return <FlowFields action={action} onChange={onChange} />;
  }
}

function UserFields({ action, onChange }: Props<Of<"assign_user">>) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("rules.person")}
      placeholder={t("kit.choose")}
      value={action.user_id}
      options={useUserOptions()}
      onChange={(user_id) => onChange({ ...action, user_id })}
    />
  );
}

function DepartmentFields({ action, onChange }: Props<Of<"assign_department">>) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("rules.department")}
      placeholder={t("kit.choose")}
      value={action.department_id}
      options={useDepartmentOptions()}
      onChange={(department_id) => onChange({ ...action, department_id })}
    />
  );
}

function TagFields({ action, onChange }: Props<Of<"add_tags"> | Of<"remove_tags">>) {
  const { t } = useTexts();
  return (
    <CheckList
      label={t("rules.tags")}
      options={useTagOptions()}
      chosen={action.tag_ids}
      onChange={(tag_ids) => onChange({ ...action, tag_ids })}
    />
  );
}

function PriorityFields({ action, onChange }: Props<Of<"set_priority">>) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("rules.fields.priority")}
      value={action.priority}
      options={PRIORITIES.map((value) => ({ value, label: t(`rules.priorities.${value}`) }))}
      onChange={(priority) => onChange({ ...action, priority })}
    />
  );
}

function SnoozeFields({ action, onChange }: Props<Of<"snooze">>) {
  const { t } = useTexts();
  return (
    <Line
      label={t("rules.minutes")}
      type="number"
      min={1}
      step={1}
      value={String(action.minutes)}
      onChange={(text) => onChange({ ...action, minutes: Math.trunc(Number(text)) || 0 })}
    />
  );
}

function ResolveFields({ action, onChange }: Props<Of<"resolve">>) {
  const { t } = useTexts();
  return (
    <Line
      label={t("rules.resolution")}
      value={action.resolution ?? ""}
      onChange={(resolution) => onChange({ ...action, resolution })}
    />
  );
}

function TextFields({ action, onChange }: Props<Of<"send_text"> | Of<"note">>) {
  const { t } = useTexts();
  return (
    <LongText
      label={t("rules.text")}
      hint={t(action.type === "note" ? "rules.note-hint" : "rules.text-hint")}
      value={action.text}
      onChange={(text) => onChange({ ...action, text })}
    />
  );
}

function TemplateFields({ action, onChange }: Props<Of<"send_template">>) {
  const { t } = useTexts();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Line label={t("rules.template")} value={action.name} onChange={(name) => onChange({ ...action, name })} />
      <Line
        label={t("rules.language")}
        value={action.language}
        onChange={(language) => onChange({ ...action, language })}
      />
      <Lines
        label={t("rules.parameters")}
        hint={t("rules.parameters-hint")}
        value={action.parameters}
        onChange={(parameters) => onChange({ ...action, parameters })}
      />
    </div>
  );
}

function NotifyFields({ action, onChange }: Props<Of<"notify">>) {
  const { t } = useTexts();
  return (
    <div className="grid gap-3">
      <Line label={t("rules.notice")} value={action.words} onChange={(words) => onChange({ ...action, words })} />
      <CheckList
        label={t("rules.notify-whom")}
        options={useUserOptions()}
        chosen={action.user_ids}
        onChange={(user_ids) => onChange({ ...action, user_ids })}
      />
    </div>
  );
}

function FlowFields({ action, onChange }: Props<Of<"start_flow">>) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("rules.flow")}
      placeholder={t("kit.choose")}
      value={action.flow_id}
      options={useFlowOptions()}
      onChange={(flow_id) => onChange({ ...action, flow_id })}
    />
  );
}
