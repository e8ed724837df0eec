import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { tagsQuery } from "@/api/tags/list-tags";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import {
  CONSENT_STATES,
  NUMBER_OPS,
  PURPOSES,
  STAGES,
  TEXT_FIELDS,
  TEXT_OPS,
  TIME_FIELDS,
  TIME_OPS,
  type Leaf,
} from "../utils/document";
import { MAX_DAYS } from "../utils/problems";
import { AttributeEditor } from "./attribute-editor";
import { SmallSelect } from "./small-select";

export type EditorProps<Type extends Leaf["type"]> = {
  leaf: Extract<Leaf, { type: Type }>;
  onChange: (leaf: Leaf) => void;
};

const isBare = (op: string) => op === "is_set" || op === "is_empty";

function TextEditor({ leaf, onChange }: EditorProps<"text">) {
  const { t } = useTranslation("segments");
  return (
    <>
      <SmallSelect
        label={t("editor.field")}
        value={leaf.field}
        options={TEXT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(field) => onChange({ ...leaf, field })}
      />
      <SmallSelect
        label={t("editor.op")}
        value={leaf.op}
        options={TEXT_OPS.map((value) => ({ value, label: t(`op.${value}`) }))}
        onChange={(op) => onChange({ ...leaf, op })}
      />
      {!isBare(leaf.op) && (
        <Input
          aria-label={t("editor.value")}
          className="h-8 w-full sm:w-52"
          value={leaf.value}
          maxLength={200}
          onChange={(event) => onChange({ ...leaf, value: event.target.value })}
        />
      )}
    </>
  );
}

function TimeEditor({ leaf, onChange }: EditorProps<"time">) {
  const { t } = useTranslation("segments");
  const isMoment = leaf.op === "before" || leaf.op === "after";
  return (
    <>
      <SmallSelect
        label={t("editor.field")}
        value={leaf.field}
        options={TIME_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(field) => onChange({ ...leaf, field })}
      />
      <SmallSelect
        label={t("editor.op")}
        value={leaf.op}
        options={TIME_OPS.map((value) => ({ value, label: t(`op.${value}`) }))}
        onChange={(op) => onChange({ ...leaf, op })}
      />
      {isMoment && (
        <Input
          type="date"
          aria-label={t("editor.day")}
          className="h-8 w-40"
          value={leaf.at?.slice(0, 10) ?? ""}
          onChange={({ target }) =>
            onChange({ ...leaf, at: target.value ? new Date(`${target.value}T00:00`).toISOString() : null })
          }
        />
      )}
      {!isMoment && !isBare(leaf.op) && (
        <Label className="font-normal">
          <Input
            type="number"
            min={0}
            max={MAX_DAYS}
            aria-label={t("editor.days")}
            className="h-8 w-24"
            value={leaf.days ?? ""}
            onChange={({ target }) => onChange({ ...leaf, days: target.value === "" ? null : Number(target.value) })}
          />
          {t("editor.daysUnit")}
        </Label>
      )}
    </>
  );
}

function ScoreEditor({ leaf, onChange }: EditorProps<"lead_score">) {
  const { t } = useTranslation("segments");
  return (
    <>
      <SmallSelect
        label={t("editor.op")}
        value={leaf.op}
        options={NUMBER_OPS.map((value) => ({ value, label: t(`op.${value}`) }))}
        onChange={(op) => onChange({ ...leaf, op })}
      />
      <Input
        type="number"
        aria-label={t("editor.value")}
        className="h-8 w-28"
        value={Number.isNaN(leaf.value) ? "" : leaf.value}
        onChange={({ target }) => onChange({ ...leaf, value: target.value === "" ? Number.NaN : Number(target.value) })}
      />
    </>
  );
}

function StagesEditor({ leaf, onChange }: EditorProps<"lifecycle">) {
  const { t } = useTranslation("segments");
  return (
    <div role="group" aria-label={t("kind.lifecycle")} className="flex flex-wrap gap-x-4 gap-y-2">
      {STAGES.map((stage) => (
        <Label key={stage} className="min-h-6 font-normal">
          <Checkbox
            checked={leaf.stages.includes(stage)}
            onCheckedChange={(is) =>
              onChange({
                ...leaf,
                stages: STAGES.filter((one) => (one === stage ? is === true : leaf.stages.includes(one))),
              })
            }
          />
          {t(`stage.${stage}`)}
        </Label>
      ))}
    </div>
  );
}

function TagEditor({ leaf, onChange }: EditorProps<"tag">) {
  const { t } = useTranslation("segments");
  const tags = useQuery(tagsQuery).data ?? [];
  const isGone = leaf.tag_id !== "" && !tags.some((tag) => tag.id === leaf.tag_id);
  return (
    <SmallSelect
      label={t("kind.tag")}
      value={leaf.tag_id}
      placeholder={t("editor.chooseTag")}
      options={[
        ...tags.map((tag) => ({ value: tag.id, label: tag.name })),
        ...(isGone ? [{ value: leaf.tag_id, label: t("editor.goneTag") }] : []),
      ]}
      onChange={(tag_id) => onChange({ ...leaf, tag_id })}
    />
  );
}

function ConsentEditor({ leaf, onChange }: EditorProps<"consent">) {
  const { t } = useTranslation("segments");
  return (
    <>
      <SmallSelect
        label={t("editor.purpose")}
        value={leaf.purpose}
        options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        onChange={(purpose) => onChange({ ...leaf, purpose })}
      />
      <SmallSelect
        label={t("editor.state")}
        value={leaf.state}
        options={CONSENT_STATES.map((value) => ({ value, label: t(`consent.${value}`) }))}
        onChange={(state) => onChange({ ...leaf, state })}
      />
    </>
  );
}

function YesNoEditor({ leaf, onChange }: EditorProps<"blocked" | "open_conversation">) {
  const { t } = useTranslation("segments");
  return (
    <SmallSelect
      label={t("editor.value")}
      value={leaf.value ? "yes" : "no"}
      options={(["yes", "no"] as const).map((value) => ({ value, label: t(`common:${value}`) }))}
      onChange={(value) => onChange({ ...leaf, value: value === "yes" })}
    />
  );
}

/** What one condition asks. */
export function LeafEditor({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  switch (leaf.type) {
    case "text":
      return <TextEditor leaf={leaf} onChange={onChange} />;
    case "time":
      return <TimeEditor leaf={leaf} onChange={onChange} />;
    case "attribute":
      return <AttributeEditor leaf={leaf} onChange={onChange} />;
    case "lead_score":
      return <ScoreEditor leaf={leaf} onChange={onChange} />;
    case "lifecycle":
      return <StagesEditor leaf={leaf} onChange={onChange} />;
    case "tag":
      return <TagEditor leaf={leaf} onChange={onChange} />;
    case "consent":
      return <ConsentEditor leaf={leaf} onChange={onChange} />;
    default:
      return <YesNoEditor leaf={leaf} onChange={onChange} />;
  }
}
