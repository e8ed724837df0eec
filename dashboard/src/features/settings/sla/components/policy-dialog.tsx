import type { ReactNode } from "react";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/text-field";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { IdsField } from "../../kit/ids-field";
import { useDepartmentOptions, useNumberOptions, useTagOptions } from "../../kit/options";
import { useTexts } from "../../kit/use-texts";
import type { Policy } from "../api/list-policy-pages";
import { usePolicyForm } from "../hooks/use-policy-form";

const PRIORITIES = ["low", "medium", "high", "urgent"] as const;

/** Promises something, or promises otherwise. */
export function PolicyDialog({ policy, trigger }: { policy?: Policy; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(policy ? "sla.edit" : "sla.add")} description={t("sla.add-hint")}>
      {(close) => <PolicyForm policy={policy} onDone={close} />}
    </FormDialog>
  );
}

function PolicyForm({ policy, onDone }: { policy?: Policy; onDone: () => void }) {
  const { t } = useTexts();
  const entity = usePolicyForm(policy, onDone);
  const { control } = entity.form;
  const priorities = PRIORITIES.map((value) => ({ value, label: t(`rules.priorities.${value}`) }));
  const numeric = { control, inputMode: "numeric" } as const;
  return (
    <DialogForm entity={entity}>
      <TextField control={control} name="name" label={t("kit.name")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...numeric} name="first_response_minutes" label={t("sla.first-minutes")} />
        <TextField {...numeric} name="resolution_minutes" label={t("sla.resolution-minutes")} />
        <TextField {...numeric} name="warn_at_percent" label={t("sla.warn")} description={t("sla.warn-hint")} />
        <TextField {...numeric} name="place" label={t("kit.place")} description={t("sla.place-hint")} />
      </div>
      <SwitchField control={control} name="is_business_time" label={t("sla.business")} />
      <SwitchField control={control} name="is_active" label={t("kit.active")} />
      <p className="text-[0.8125rem] text-muted-foreground">{t("sla.scope-hint")}</p>
      <IdsField control={control} name="priorities" label={t("rules.fields.priority")} options={priorities} />
      <IdsField control={control} name="department_ids" label={t("sla.departments")} options={useDepartmentOptions()} />
      <IdsField control={control} name="config_ids" label={t("sla.numbers")} options={useNumberOptions()} />
      <IdsField control={control} name="tag_ids" label={t("rules.tags")} options={useTagOptions()} />
    </DialogForm>
  );
}
