import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import type { DepartmentDetail } from "../api/get-department";
import { useSaveDepartment } from "../api/save-department";

const WAYS = ["manual", "round_robin", "least_busy"] as const;

/** How a department is called, and who gets what waits in it. */
export function DepartmentForm({ department }: { department: DepartmentDetail }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const save = useSaveDepartment();
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      description: z.string(),
      assignment: z.enum(WAYS),
      assigns_out_of_hours: z.boolean(),
      is_default: z.boolean(),
    }),
    values: {
      name: department.name,
      description: department.description,
      assignment: department.assignment,
      assigns_out_of_hours: department.assigns_out_of_hours,
      is_default: department.is_default,
    },
    done: t("common:saved"),
    send: ({ is_default: isDefault, ...rest }) =>
      save.mutateAsync({
        departmentId: department.id,
        version: department.version,
        body: isDefault && !department.is_default ? { ...rest, is_default: true } : rest,
      }),
    reload: () => void client.invalidateQueries({ queryKey: ["departments"] }),
  });
  return (
    <SettingsCard title={t("departments.how")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("departments.name")} />
            <SelectField
              control={form.control}
              name="assignment"
              label={t("departments.assignment")}
              options={WAYS.map((value) => ({ value, label: t(`departments.ways.${value}`) }))}
              description={t("departments.assignment-hint")}
            />
          </div>
          <TextareaField control={form.control} name="description" label={t("departments.description")} rows={2} />
          <SwitchField
            control={form.control}
            name="assigns_out_of_hours"
            label={t("departments.out-of-hours")}
            description={t("departments.out-of-hours-hint")}
          />
          <SwitchField
            control={form.control}
            name="is_default"
            label={t("departments.is-default")}
            description={t(department.is_default ? "departments.is-default-already" : "departments.is-default-hint")}
            disabled={department.is_default}
          />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
