import { Choice } from "../../kit/choice";
import { CheckList } from "../../kit/ids-field";
import { Lines } from "../../kit/lines";
import { useDepartmentOptions, useNumberOptions, useUserOptions, type Option } from "../../kit/options";
import { useTexts } from "../../kit/use-texts";
import { PRIORITIES } from "../utils/actions";
import { FIELDS, type Leaf } from "../utils/conditions";

const STATUSES = ["active", "waiting", "resolved", "archived"] as const;
const HANDLERS = ["bot", "agent", "none"] as const;
const KINDS = [
  "text",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "sticker",
  "location",
  "contacts",
  "reaction",
] as const;
const STAGES = ["lead", "prospect", "customer", "churned"] as const;

type Is = Extract<Leaf, { type: "is" }>;

/** A field of the conversation or contact, and which of its values are meant. */
export function FieldFields({ leaf, onChange }: { leaf: Is; onChange: (leaf: Leaf) => void }) {
  const { t } = useTexts();
  const options = useValueOptions(leaf.field);
  const change = (any_of: string[]) => onChange({ ...leaf, any_of });
  return (
    <>
      <Choice
        label={t("rules.field")}
        value={leaf.field}
        options={FIELDS.map((value) => ({ value, label: t(`rules.fields.${value}`) }))}
        onChange={(next) => {
          const field = FIELDS.find((one) => one === next);
          if (field && field !== leaf.field) onChange({ ...leaf, field, any_of: [] });
        }}
      />
      {options ? (
        <CheckList label={t("rules.values")} options={options} chosen={leaf.any_of} onChange={change} />
      ) : (
        <Lines label={t("rules.values")} hint={t("rules.lines-hint")} value={leaf.any_of} onChange={change} />
      )}
    </>
  );
}

/** The values that a field may have; null where any text may be meant. */
function useValueOptions(field: Is["field"]): readonly Option[] | null {
  const { t } = useTexts();
  const [users, departments, numbers] = [useUserOptions(), useDepartmentOptions(), useNumberOptions()];
  const none: Option = { value: "", label: t("rules.unset") };
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`rules.${group}.${value}`) }));
  switch (field) {
    case "status":
      return named("statuses", STATUSES);
    case "handler":
      return named("handlers", HANDLERS);
    case "priority":
      return named("priorities", PRIORITIES);
    case "assigned_to":
      return [none, ...users];
    case "department_id":
      return [none, ...departments];
    case "whatsapp_config_id":
      return numbers;
    case "message_type":
      return named("messages", KINDS);
    case "contact_stage":
      return named("stages", STAGES);
    case "contact_language":
      return null;
  }
}
