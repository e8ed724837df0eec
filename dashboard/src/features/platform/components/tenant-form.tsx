import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Schema } from "@/api/types";
import { SectionCard } from "@/components/section-card";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import type { TenantDetail } from "../api/get-tenant";
import { useUpdateTenant } from "../api/update-tenant";
import { isDomain, isSlug } from "../utils/slug";

const METRICS: readonly Schema<"Metric">[] = [
  "users",
  "whatsapp_numbers",
  "messages_per_month",
  "contacts",
  "flows",
  "campaigns",
];

/** The limits that fields hold as the API takes them: empty ones are the plan's; one without a limit stays so. */
function limitsOf(fields: Record<string, string>, before: TenantDetail["limits"]): Record<string, number | null> {
  const unlimited = Object.entries(before).filter(([name, limit]) => limit === null && !fields[name]?.trim());
  const given = Object.entries(fields).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries([...unlimited, ...given.map(([name, text]) => [name, Number(text)] as const)]);
}

/** A company's names, its own limits over the plan's, and its next payment. */
export function TenantForm({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation(["platform", "common"]);
  const client = useQueryClient();
  const update = useUpdateTenant(tenant.id);
  const whole = z.string().regex(/^\s*\d*\s*$/, t("edit.between"));
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: z.string().trim().min(1, t("create.required")),
      slug: z.string().refine(isSlug, { message: t("create.slug-wrong") }),
      domain: z
        .string()
        .trim()
        .refine((text) => text === "" || isDomain(text), { message: t("create.domain-wrong") }),
      next_payment_on: z.string(),
      limits: z.record(z.string(), whole),
    }),
    values: {
      name: tenant.name,
      slug: tenant.slug,
      domain: tenant.domain ?? "",
      next_payment_on: tenant.next_payment_on ?? "",
      limits: Object.fromEntries(METRICS.map((metric) => [metric, String(tenant.limits[metric] ?? "")])),
    },
    done: t("common:saved"),
    send: (values) =>
      update.mutateAsync({
        version: tenant.version,
        body: {
          name: values.name,
          slug: values.slug,
          domain: values.domain || null,
          next_payment_on: values.next_payment_on || null,
          limits: limitsOf(values.limits, tenant.limits),
        },
      }),
    reload: () => void client.invalidateQueries({ queryKey: ["tenants", tenant.id] }),
  });
  return (
    <SectionCard title={t("edit.title")}>
      <Form {...form}>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("create.name")} />
            <TextField control={form.control} name="slug" label={t("create.slug")} />
            <TextField control={form.control} name="domain" label={t("create.domain")} />
            <TextField control={form.control} name="next_payment_on" type="date" label={t("edit.next-payment")} />
          </div>
          <fieldset>
            <legend className="text-sm font-medium">{t("edit.limits")}</legend>
            <p className="mb-2 text-xs text-muted-foreground">{t("edit.limits-hint")}</p>
            <div className="grid gap-4 sm:grid-cols-3">
              {METRICS.map((metric) => (
                <TextField
                  key={metric}
                  control={form.control}
                  name={`limits.${metric}`}
                  inputMode="numeric"
                  placeholder={t(tenant.limits[metric] === null ? "edit.unlimited" : "edit.as-plan")}
                  label={t(`common:usage.metrics.${metric}`)}
                />
              ))}
            </div>
          </fieldset>
          <div className="flex justify-end">
            <SubmitButton pending={pending} disabled={!dirty}>
              {t("common:save")}
            </SubmitButton>
          </div>
        </form>
      </Form>
    </SectionCard>
  );
}
