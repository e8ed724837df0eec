import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { useMay } from "@/api/me/get-me";
import { ExpressionInput } from "../../components/fields/expression-input";
import { NameField } from "../../components/fields/name-field";
import { SelectField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { without } from "../fields";
import type { FieldsProps } from "./action-fields";
import type { ActionOf } from "./model";

const SOURCES = ["template", "expression", "nothing"] as const;
type Source = (typeof SOURCES)[number];

/** A field of the contact, and what is kept there. */
export function AttributeFields({ path, action, onChange }: FieldsProps<ActionOf<"set_attribute">>) {
  const { t } = useTranslation("flow-nodes");
  const isAllowed = useMay("contacts:read");
  const { data: fields = [] } = useQuery({ ...contactFieldsQuery, enabled: isAllowed });
  const source = sourceOf(action);
  const rest = without(action, "expression", "value");
  const become = (next: Source) => {
    if (next === "expression") onChange({ ...rest, expression: "" });
    else onChange({ ...rest, value: next === "nothing" ? null : "" });
  };
  return (
    <>
      <NameField
        path={`${path}.name`}
        label={t("action.field")}
        value={action.name ?? ""}
        options={fields.map(({ key, label, type }) => ({ value: key, label, detail: t(`action.fieldTypes.${type}`) }))}
        onChange={(name) => onChange({ ...action, name })}
      />
      <SelectField
        path={`${path}.source`}
        label={t("assignments.source")}
        value={source}
        options={SOURCES.map((value) => ({ value, label: t(`action.sources.${value}`) }))}
        onChange={become}
      />
      {source === "template" && (
        <TemplateTextInput
          path={`${path}.value`}
          label={t("action.value")}
          value={typeof action.value === "string" ? action.value : JSON.stringify(action.value ?? "")}
          onChange={(value) => onChange({ ...rest, value })}
        />
      )}
      {source === "expression" && (
        <ExpressionInput
          path={`${path}.expression`}
          label={t("action.value")}
          value={action.expression ?? ""}
          onChange={(expression) => onChange({ ...rest, expression })}
        />
      )}
    </>
  );
}

function sourceOf({ expression, value }: ActionOf<"set_attribute">): Source {
  if (expression !== undefined && expression !== null) return "expression";
  return value === null || value === undefined ? "nothing" : "template";
}
