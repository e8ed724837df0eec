import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { User } from "@/api/users/list-users";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { LANGUAGES, nearestLanguage } from "@/lib/language";
import { DepartmentsField } from "../../components/departments-field";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf, textOf, wholeOf } from "../../utils/checks";
import { useRoleOptions } from "../../utils/use-role-options";
import { useUpdateUser } from "../api/update-user";

const MAX_CAPACITY = 1_000;

/** What the company says of a person: name, role, departments, how much they can take. */
export function UserForm({ user, disabled }: { user: User; disabled: boolean }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const update = useUpdateUser();
  const roles = useRoleOptions(user.role);
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      role: z.string(),
      language: z.enum(LANGUAGES),
      capacity: wholeOf(t, { least: 0, most: MAX_CAPACITY }),
      department_ids: z.array(z.string()),
    }),
    values: {
      name: user.name,
      role: user.role,
      language: nearestLanguage(user.language),
      capacity: textOf(user.capacity),
      department_ids: [...user.department_ids].sort(),
    },
    done: t("common:saved"),
    send: ({ capacity, role, ...rest }) =>
      update.mutateAsync({
        userId: user.id,
        version: user.version,
        body: { ...rest, capacity: Number(capacity), ...(role === user.role ? {} : { role }) },
      }),
    reload: () => void client.invalidateQueries({ queryKey: ["users", user.id] }),
  });
  return (
    <SettingsCard title={t("users.profile")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={!disabled}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("users.name")} />
            <SelectField
              control={form.control}
              name="role"
              label={t("users.role")}
              description={t("users.role-hint")}
              options={roles}
              disabled={disabled}
            />
            <TextField
              control={form.control}
              name="capacity"
              inputMode="numeric"
              label={t("users.capacity")}
              description={t("users.capacity-hint")}
            />
            <SelectField
              control={form.control}
              name="language"
              label={t("common:language.label")}
              options={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
              disabled={disabled}
            />
          </div>
          <DepartmentsField control={form.control} name="department_ids" disabled={disabled} />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
