import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { useMe } from "@/api/me/get-me";
import type { Role } from "@/api/roles/list-roles";
import { TextField } from "@/components/text-field";
import { Form, FormField, FormItem, FormMessage } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { PermissionMatrix } from "../../components/permission-matrix";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import { useAddRole } from "../api/add-role";
import { useSaveRole } from "../api/save-role";

type Props = { role?: Role; offered: string[]; disabled?: boolean };

const MAX_DESCRIPTION = 1_000;

/** A company's own role: its name, and what it may. */
export function RoleForm({ role, offered, disabled = false }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const { permissions: own } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const add = useAddRole();
  const save = useSaveRole();
  const keyOf = useIdempotencyKey();
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      description: z.string().max(MAX_DESCRIPTION, t("checks.too-long", { count: MAX_DESCRIPTION })),
      permissions: z.array(z.string()).min(1, t("roles.permissions-none")),
    }),
    values: {
      name: role?.name ?? "",
      description: role?.description ?? "",
      permissions: role?.permissions ?? [],
    },
    done: t("common:saved"),
    send: async (body) => {
      if (role?.id) return save.mutateAsync({ roleId: role.id, version: role.version ?? 0, body });
      const made = await add.mutateAsync({ key: keyOf(body), body });
      return navigate(`/settings/roles/${made.code}`, { replace: true });
    },
    reload: () => void client.invalidateQueries({ queryKey: ["roles"] }),
  });
  return (
    <SettingsCard title={t("roles.may")} description={t("roles.may-hint")}>
      <Form {...form}>
        <CardForm
          onSubmit={submit}
          dirty={dirty}
          pending={pending}
          mayChange={!disabled}
          submitLabel={role ? undefined : t("roles.create")}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("roles.name")} />
            <TextField control={form.control} name="description" label={t("roles.description")} />
          </div>
          <FormField
            control={form.control}
            name="permissions"
            render={({ field }) => (
              <FormItem>
                <PermissionMatrix
                  offered={offered}
                  chosen={field.value}
                  onChange={disabled ? undefined : field.onChange}
                  allowed={own}
                />
                <FormMessage />
              </FormItem>
            )}
          />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
