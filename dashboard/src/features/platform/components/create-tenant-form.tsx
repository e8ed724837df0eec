import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { plansQuery } from "@/api/plans/list-plans";
import { SelectField } from "@/components/form/select-field";
import { TextareaField } from "@/components/form/textarea-field";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { TimeZoneSelect } from "@/components/time-zone-select";
import { DialogFooter } from "@/components/ui/dialog";
import { Form, FormControl, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { timeZone } from "@/lib/format";
import { currentLanguage, LANGUAGES } from "@/lib/language";
import { useCreateTenant } from "../api/create-tenant";
import { isDomain, isSlug, slugOf } from "../utils/slug";

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The fields of the API as the form's. */
const NAMES: Record<string, string> = { "admin.name": "admin_name", "admin.email": "admin_email" };

/** What a company begins with. */
export function CreateTenantForm() {
  const { t } = useTranslation(["platform", "common"]);
  const navigate = useNavigate();
  const create = useCreateTenant();
  const keyOf = useIdempotencyKey();
  const plans = useQuery(plansQuery).data ?? [];
  const [first] = useState(() => ({
    name: "",
    slug: "",
    domain: "",
    plan: "free_trial",
    time_zone: timeZone(),
    language: currentLanguage(),
    admin_name: "",
    admin_email: "",
    departments: "",
  }));
  const line = z.string().trim().min(1, t("create.required"));
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: line,
      slug: z.string().refine(isSlug, { message: t("create.slug-wrong") }),
      domain: z
        .string()
        .trim()
        .refine((text) => text === "" || isDomain(text), { message: t("create.domain-wrong") }),
      plan: z.string(),
      time_zone: line,
      language: z.enum(LANGUAGES),
      admin_name: line,
      admin_email: z.email(t("create.email-wrong")),
      departments: z.string(),
    }),
    values: first,
    rename: (field) => NAMES[field] ?? field.replace(/\[\d+\].*$/, ""),
    done: t("create.done"),
    send: async ({ admin_name: name, admin_email: email, ...values }) => {
      const body = {
        ...values,
        domain: values.domain || null,
        departments: linesOf(values.departments),
        admin: { name, email, language: values.language },
      };
      const made = await create.mutateAsync({ key: keyOf(body), body });
      await navigate(`/platform/${made.id}`);
    },
  });
  const suggest = () => {
    if (!form.getValues("slug")) form.setValue("slug", slugOf(form.getValues("name")), { shouldDirty: true });
  };
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <div onBlur={suggest}>
            <TextField control={form.control} name="name" label={t("create.name")} />
          </div>
          <TextField control={form.control} name="slug" label={t("create.slug")} description={t("create.slug-hint")} />
          <SelectField
            control={form.control}
            name="plan"
            label={t("create.plan")}
            options={plans.map((plan) => ({ value: plan.code, label: plan.names[currentLanguage()] ?? plan.code }))}
          />
          <TextField
            control={form.control}
            name="domain"
            label={t("create.domain")}
            placeholder="atende.aurora.com.br"
          />
          <FormField
            control={form.control}
            name="time_zone"
            render={({ field }) => (
              <FormItem>
                <FormLabel>{t("create.time-zone")}</FormLabel>
                <FormControl>
                  <TimeZoneSelect value={field.value} onChange={field.onChange} />
                </FormControl>
                <FormMessage />
              </FormItem>
            )}
          />
          <SelectField
            control={form.control}
            name="language"
            label={t("create.language")}
            options={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          />
        </div>
        <fieldset className="grid gap-4 rounded-md border p-3 sm:grid-cols-2">
          <legend className="px-1 text-sm font-medium">{t("create.admin")}</legend>
          <TextField control={form.control} name="admin_name" label={t("create.admin-name")} />
          <TextField
            control={form.control}
            name="admin_email"
            type="email"
            label={t("create.admin-email")}
            description={t("create.admin-hint")}
          />
        </fieldset>
        <TextareaField
          control={form.control}
          name="departments"
          label={t("create.departments")}
          description={t("create.departments-hint")}
          rows={3}
        />
        <DialogFooter>
          <SubmitButton pending={pending}>{t("create.submit")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
