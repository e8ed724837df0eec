import { useTranslation } from "react-i18next";
import type { Assignment, Source } from "../../nodes/assignments";
import { ExpressionInput } from "./expression-input";
import { SelectField, TextField } from "./plain-fields";
import { SortableList } from "./sortable-list";
import { TemplateTextInput } from "./template-text-input";

const SOURCES = ["template", "expression", "value"] as const;

type Props = {
  path: string;
  /** Where the check says that what is assigned stands, by name. */
  contentPath?: string;
  label: string;
  assignments: readonly Assignment[];
  nameLabel: string;
  addLabel: string;
  onChange: (assignments: Assignment[]) => void;
};

/** Names and where their values come from, made in order. */
export function AssignmentsEditor({
  path,
  contentPath = path,
  label,
  assignments,
  nameLabel,
  addLabel,
  onChange,
}: Props) {
  const { t } = useTranslation("flow-nodes");
  return (
    <SortableList
      items={assignments}
      onChange={onChange}
      label={label}
      nameOf={(one, place) => one.name || t("assignments.next", { number: place + 1 })}
      onAdd={() => onChange([...assignments, { name: "", source: "template", content: "" }])}
      addLabel={addLabel}
    >
      {(one, place, change) => (
        <>
          <TextField
            path={`${path}[${place}].name`}
            label={nameLabel}
            value={one.name}
            isMono
            onChange={(name) => change({ ...one, name })}
          />
          <SelectField
            path={`${path}[${place}].source`}
            label={t("assignments.source")}
            value={one.source}
            options={SOURCES.map((value) => ({ value, label: t(`assignments.sources.${value}`) }))}
            onChange={(source) => change({ ...one, source, content: converted(one.content, source) })}
          />
          <ContentField path={`${contentPath}.${one.name}`} one={one} onChange={change} />
        </>
      )}
    </SortableList>
  );
}

function ContentField({ path, one, onChange }: { path: string; one: Assignment; onChange: (one: Assignment) => void }) {
  const { t } = useTranslation("flow-nodes");
  const field = { path, value: shown(one.content), onChange: (content: string) => onChange({ ...one, content }) };
  if (one.source === "expression") return <ExpressionInput {...field} label={t("assignments.sources.expression")} />;
  if (one.source === "template")
    return <TemplateTextInput {...field} label={t("assignments.sources.template")} isMultiline />;
  return (
    <TextField
      {...field}
      label={t("assignments.sources.value")}
      hint={t("assignments.valueHint")}
      isMono
      onChange={(content) => onChange({ ...one, content: readValue(content) })}
    />
  );
}

function shown(content: unknown): string {
  if (typeof content === "string") return content;
  return content === null || content === undefined ? "" : JSON.stringify(content);
}

/** Numbers, yes and no, lists and objects are kept as such; everything else is a text. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function converted(content: unknown, source: Source): unknown {
  return source === "value" ? readValue(shown(content)) : shown(content);
}
