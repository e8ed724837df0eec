import { useWatch, type Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { Button } from "@/components/ui/button";
import type { ContactField } from "../utils/attributes";
import type { ContactValues } from "../utils/contact-form";
import { STAGES } from "../utils/list-filters";
import { phoneHint } from "../utils/phone";
import { AttributeField } from "./attribute-field";

type HintProps = { phone: string; onTake: (phone: string) => void };

function PhoneHintText({ phone, onTake }: HintProps) {
  const { t } = useTranslation("contacts");
  const hint = phoneHint(phone);
  if (hint.kind === "empty") return t("form.phoneHint");
  if (hint.kind === "wrong") return <span className="text-destructive">{t("form.phoneWrong")}</span>;
  if (hint.kind === "ok") return t("form.phoneRead", { phone: hint.international });
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="text-warning">{t("form.ninthMissing")}</span>
      <Button type="button" variant="link" className="h-6 px-0" onClick={() => onTake(hint.withNinth)}>
        {t("form.ninthTake", { phone: hint.withNinth })}
      </Button>
    </span>
  );
}

type Props = {
  control: Control<ContactValues>;
  fields: readonly ContactField[];
  onPhone: (phone: string) => void;
};

/** All that can be written about a contact. */
export function ContactFormFields({ control, fields, onPhone }: Props) {
  const { t } = useTranslation("contacts");
  const phone = useWatch({ control, name: "phone" });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField control={control} name="name" label={t("fields.name")} maxLength={200} />
      <TextField
        control={control}
        name="phone"
        label={t("fields.phone")}
        type="tel"
        placeholder="(11) 95555-0001"
        description={<PhoneHintText phone={phone} onTake={onPhone} />}
      />
      <TextField control={control} name="email" label={t("fields.email")} type="email" />
      <SelectField
        control={control}
        name="lifecycle_stage"
        label={t("fields.lifecycle_stage")}
        options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
      />
      {fields.map((field) => (
        <AttributeField key={field.key} control={control} field={field} />
      ))}
    </div>
  );
}
