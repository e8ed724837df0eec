import type { Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { Checkbox } from "@/components/ui/checkbox";
import { FormField, FormItem, FormMessage } from "@/components/ui/form";
import { Label } from "@/components/ui/label";
import { NOTHING, type ContactField } from "../utils/attributes";
import type { ContactValues } from "../utils/contact-form";

type Props = { control: Control<ContactValues>; field: ContactField };

function Choices({ control, field }: Props) {
  return (
    <FormField
      control={control}
      name={`attributes.${field.key}`}
      render={({ field: { value, onChange } }) => {
        const chosen = Array.isArray(value) ? value : [];
        return (
          <FormItem>
            <fieldset className="grid gap-2">
              <legend className="mb-1.5 text-sm font-medium">{field.label}</legend>
              {field.options.map((option) => (
                <Label key={option} className="font-normal">
                  <Checkbox
                    checked={chosen.includes(option)}
                    onCheckedChange={(is) =>
                      onChange(is ? [...chosen, option] : chosen.filter((one) => one !== option))
                    }
                  />
                  {option}
                </Label>
              ))}
            </fieldset>
            <FormMessage />
          </FormItem>
        );
      }}
    />
  );
}

const INPUT_TYPES: Partial<Record<ContactField["type"], string>> = {
  date: "date",
  email: "email",
  url: "url",
  phone: "tel",
};

/** The control for a value of a custom field, as its type asks. */
export function AttributeField({ control, field }: Props) {
  const { t } = useTranslation("contacts");
  const name = `attributes.${field.key}` as const;
  const label = field.is_required ? t("form.required", { label: field.label }) : field.label;
  if (field.type === "choices") return <Choices control={control} field={field} />;
  if (field.type === "choice" || field.type === "boolean") {
    const options =
      field.type === "choice"
        ? field.options.map((option) => ({ value: option, label: option }))
        : ["true", "false"].map((value) => ({ value, label: t(value === "true" ? "common:yes" : "common:no") }));
    return (
      <SelectField
        control={control}
        name={name}
        label={label}
        placeholder={t("form.choose")}
        options={[{ value: NOTHING, label: t("form.noValue") }, ...options]}
      />
    );
  }
  return (
    <TextField
      control={control}
      name={name}
      label={label}
      type={INPUT_TYPES[field.type] ?? "text"}
      inputMode={field.type === "number" ? "decimal" : undefined}
      description={field.type === "document" ? t("form.documentHint") : undefined}
    />
  );
}
