import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextareaField } from "@/components/form/textarea-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useTexts } from "../../kit/use-texts";
import { linesOf } from "../../kit/lines-of";
import { lineOf, textOf, wholeOf } from "../../utils/checks";
import { useAddField } from "../api/add-field";
import type { ContactField } from "../api/list-field-pages";
import { useSaveField } from "../api/save-field";

const TYPES = ["text", "number", "boolean", "date", "choice", "choices", "email", "phone", "url", "document"] as const;
const MAX_LABEL = 100;
const MAX_KEY = 50;
const MAX_PLACE = 10_000;

const hasOptions = (type: string): boolean => type === "choice" || type === "choices";

/** Makes a field of contacts, or changes one. */
export function FieldDialog({ field, trigger }: { field?: ContactField; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(field ? "fields.edit" : "fields.add")}>
      {(close) => <FieldForm field={field} onDone={close} />}
    </FormDialog>
  );
}

function useFieldForm(field: ContactField | undefined, onDone: () => void) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useAddField();
  const save = useSaveField();
  const keyOf = useIdempotencyKey();
  return useEntityForm({
    schema: z
      .object({
        label: lineOf(t, MAX_LABEL),
        key: lineOf(t, MAX_KEY).regex(/^[a-z][a-z0-9_]*$/, t("fields.key-wrong")),
        type: z.enum(TYPES),
        options: z.string(),
        is_required: z.boolean(),
        place: wholeOf(t, { least: 0, most: MAX_PLACE }),
      })
      .refine(({ type, options }) => !hasOptions(type) || linesOf(options).length > 0, {
        path: ["options"],
        message: t("fields.options-required"),
      }),
    values: {
      label: field?.label ?? "",
      key: field?.key ?? "",
      type: field?.type ?? "text",
      options: field?.options.join("\n") ?? "",
      is_required: field?.is_required ?? false,
      place: textOf(field?.place ?? 0),
    },
    rename: (name) => name.split(/[.[]/)[0] ?? name,
    send: ({ key, options, place, ...rest }) => {
      const body = { ...rest, place: Number(place), options: hasOptions(rest.type) ? linesOf(options) : [] };
      if (field) return save.mutateAsync({ id: field.id, version: field.version, body });
      return add.mutateAsync({ key: keyOf({ ...body, key }), body: { ...body, key } });
    },
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["contact-fields"] }),
  });
}

function FieldForm({ field, onDone }: { field?: ContactField; onDone: () => void }) {
  const { t } = useTexts();
  const entity = useFieldForm(field, onDone);
  const { control } = entity.form;
  const type = entity.form.watch("type");
  return (
    <DialogForm entity={entity}>
      <TextField control={control} name="label" label={t("fields.label")} />
      <TextField
        control={control}
        name="key"
        label={t("fields.key")}
        description={t("fields.key-hint")}
        readOnly={field !== undefined}
        className="font-mono"
      />
      <SelectField
        control={control}
        name="type"
        label={t("fields.type")}
        options={TYPES.map((value) => ({ value, label: t(`fields.types.${value}`) }))}
      />
      {hasOptions(type) && (
        <TextareaField
          control={control}
          name="options"
          rows={4}
          label={t("fields.options")}
          description={t("fields.options-hint")}
        />
      )}
      <TextField control={control} name="place" inputMode="numeric" label={t("fields.place")} />
      <SwitchField
        control={control}
        name="is_required"
        label={t("fields.required")}
        description={t("fields.required-hint")}
      />
    </DialogForm>
  );
}
