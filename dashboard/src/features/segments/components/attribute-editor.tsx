import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import type { Schema } from "@/api/types";
import { Input } from "@/components/ui/input";
import type { Leaf } from "../utils/document";
import { aboutField, opsOf } from "../utils/new-leaf";
import { SmallSelect } from "./small-select";

type AttributeLeaf = Extract<Leaf, { type: "attribute" }>;
type Props = { leaf: AttributeLeaf; onChange: (leaf: Leaf) => void };

function ValueEditor({ leaf, field, onChange }: Props & { field: Schema<"ContactFieldRow"> | undefined }) {
  const { t } = useTranslation("segments");
  const label = t("editor.value");
  const set = (value: AttributeLeaf["value"]) => onChange({ ...leaf, value });
  if (field?.type === "boolean")
    return (
      <SmallSelect
        label={label}
        value={leaf.value === true ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`common:${value}`) }))}
        onChange={(value) => set(value === "yes")}
      />
    );
  if (field?.type === "choice" || field?.type === "choices")
    return (
      <SmallSelect
        label={label}
        value={String(leaf.value ?? "")}
        placeholder={t("editor.chooseOption")}
        options={field.options.map((value) => ({ value, label: value }))}
        onChange={set}
      />
    );
  if (field?.type === "number")
    return (
      <Input
        type="number"
        step="any"
        aria-label={label}
        className="h-8 w-32"
        value={typeof leaf.value === "number" ? leaf.value : ""}
        onChange={({ target }) => set(target.value === "" ? null : Number(target.value))}
      />
    );
  return (
    <Input
      type={field?.type === "date" ? "date" : "text"}
      aria-label={label}
      className="h-8 w-full sm:w-52"
      maxLength={200}
      value={String(leaf.value ?? "")}
      onChange={({ target }) => set(target.value)}
    />
  );
}

/** A condition on a custom field, compared as its type allows. */
export function AttributeEditor({ leaf, onChange }: Props) {
  const { t } = useTranslation("segments");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const field = fields.find((one) => one.key === leaf.key);
  const isUnknown = leaf.key !== "" && !field;
  const isBare = leaf.op === "is_set" || leaf.op === "is_empty";
  return (
    <>
      <SmallSelect
        label={t("editor.field")}
        value={leaf.key}
        placeholder={t("editor.chooseField")}
        options={[
          ...fields.map((one) => ({ value: one.key, label: one.label })),
          ...(isUnknown ? [{ value: leaf.key, label: leaf.key }] : []),
        ]}
        onChange={(key) => {
          const chosen = fields.find((one) => one.key === key);
          if (chosen) onChange(aboutField(leaf, chosen));
        }}
      />
      <SmallSelect
        label={t("editor.op")}
        value={leaf.op}
        options={opsOf(field?.type).map((value) => ({
          value,
          label: t(field?.type === "date" && value.startsWith("at_") ? `op.date_${value}` : `op.${value}`),
        }))}
        onChange={(op) => onChange({ ...leaf, op })}
      />
      {!isBare && leaf.key !== "" && <ValueEditor leaf={leaf} field={field} onChange={onChange} />}
    </>
  );
}
