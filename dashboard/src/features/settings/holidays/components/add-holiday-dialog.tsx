import { z } from "zod";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { AddTrigger } from "../../kit/add-trigger";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import { useAddHoliday } from "../api/add-holiday";

const MAX_NAME = 100;

/** Adds a day of the company's own. */
export function AddHolidayDialog({ year }: { year: number }) {
  const { t } = useTexts();
  return (
    <FormDialog
      trigger={<AddTrigger>{t("holidays.add")}</AddTrigger>}
      title={t("holidays.add")}
      description={t("holidays.add-hint")}
    >
      {(close) => <AddForm year={year} onDone={close} />}
    </FormDialog>
  );
}

function AddForm({ year, onDone }: { year: number; onDone: () => void }) {
  const { t } = useTexts();
  const add = useAddHoliday();
  const keyOf = useIdempotencyKey();
  const entity = useEntityForm({
    schema: z.object({
      day: z.iso.date(t("holidays.day-wrong")),
      name: lineOf(t, MAX_NAME),
      is_yearly: z.boolean(),
      is_open: z.boolean(),
    }),
    values: { day: "", name: "", is_yearly: false, is_open: false },
    send: (body) => add.mutateAsync({ key: keyOf(body), body }),
    onDone,
  });
  const { control } = entity.form;
  return (
    <DialogForm entity={entity} submitLabel={t("common:add")}>
      <TextField control={control} name="name" label={t("holidays.name")} />
      <TextField control={control} name="day" type="date" min={`${year}-01-01`} label={t("holidays.day")} />
      <SwitchField control={control} name="is_yearly" label={t("holidays.every-year")} />
      <SwitchField control={control} name="is_open" label={t("holidays.open")} description={t("holidays.open-hint")} />
    </DialogForm>
  );
}
