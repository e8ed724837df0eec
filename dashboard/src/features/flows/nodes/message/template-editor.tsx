import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { templatesQuery } from "@/api/templates/list-templates";
import { NameMenu } from "../../components/fields/name-field";
import { TextField } from "../../components/fields/plain-fields";
import { JsonInput } from "../../components/fields/json-input";
import { useFormScope } from "../../components/fields/form-scope";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { changed } from "../fields";
import type { Template } from "./model";
import { previewOf, readSlots, slotsOf, writeSlots } from "./template-slots";

type Props = { template: Template; onChange: (template: Template) => void };

/** A message approved by Meta, and what stands in its blanks. */
export function TemplateEditor({ template, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const [mayManage, maySend] = [useMay("templates:manage"), useMay("messages:send")];
  const { data } = useInfiniteQuery({
    ...templatesQuery({ status: "approved", limit: 100 }),
    enabled: mayManage || maySend,
  });
  const rows = (data?.pages ?? []).flatMap((page) => page.items);
  const language = template.language ?? "pt_BR";
  const row = rows.find((one) => one.name === template.name && one.language === language);
  const options = [...new Map(rows.map((one) => [`${one.name} ${one.language}`, one])).entries()].map(
    ([value, one]) => ({
      value,
      label: one.name,
      detail: t("message.templateDetail", {
        language: one.language,
        category: t(`message.categories.${one.category}`),
      }),
    }),
  );
  const pick = (value: string) => {
    const [name = "", chosen = "pt_BR"] = value.split(" ");
    const components = rows.find((one) => one.name === name && one.language === chosen)?.components;
    const slots = slotsOf(components);
    onChange(
      changed(template, {
        name,
        language: chosen,
        components: slots.length ? writeSlots(slots, {}) : undefined,
        preview: previewOf(components, {}) || undefined,
      }),
    );
  };
  return (
    <>
      <TextField
        path="template.name"
        label={t("message.templateName")}
        value={template.name}
        isMono
        onChange={(name) => onChange({ ...template, name })}
        actions={
          readOnly || !options.length ? undefined : (
            <NameMenu label={t("message.templateName")} options={options} onPick={pick} />
          )
        }
      />
      <TextField
        path="template.language"
        label={t("message.templateLanguage")}
        value={language}
        isMono
        onChange={(next) => onChange({ ...template, language: next })}
      />
      {row ? (
        <Blanks template={template} components={row.components} onChange={onChange} />
      ) : (
        <JsonInput
          path="template.components"
          label={t("message.components")}
          hint={t("message.componentsHint")}
          value={template.components ?? []}
          onChange={(value) => {
            const isList = Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null);
            if (isList) onChange(changed(template, { components: value.length ? value : undefined }));
          }}
        />
      )}
    </>
  );
}

function Blanks({ template, components, onChange }: Props & { components: unknown }) {
  const { t } = useTranslation("flow-nodes");
  const slots = slotsOf(components);
  const values = readSlots(slots, template.components);
  if (!slots.length) return <p className="text-sm text-muted-foreground">{t("message.noBlanks")}</p>;
  const fill = (key: string, value: string) => {
    const next = { ...values, [key]: value };
    onChange(
      changed(template, { components: writeSlots(slots, next), preview: previewOf(components, next) || undefined }),
    );
  };
  return slots.map((slot) => (
    <TemplateTextInput
      key={slot.key}
      path={`template.${slot.key}`}
      label={t(`message.slots.${slot.part}`, { name: slot.label })}
      hint={slot.kind === "text" || slot.kind === "coupon_code" ? undefined : t("message.slotLink")}
      value={values[slot.key] ?? ""}
      placeholder={slot.kind === "text" || slot.kind === "coupon_code" ? undefined : "https://"}
      onChange={(value) => fill(slot.key, value)}
    />
  ));
}
