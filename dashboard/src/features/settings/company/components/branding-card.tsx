import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { MAX_NAME } from "../../utils/checks";
import { isColour } from "../../utils/contrast";
import { useCompanyForm } from "../../utils/use-company-form";
import { BrandingPreview } from "./branding-preview";
import { ColourField } from "./colour-field";

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === "https:";

/** How the company looks: its name as customers know it, its logo, its colours. */
export function BrandingCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const colour = z.string().refine((text) => text === "" || isColour(text), { message: t("company.colour-wrong") });
  const { branding } = company;
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      name: z.string().max(MAX_NAME, t("checks.too-long", { count: MAX_NAME })),
      logo_url: z.string().refine((text) => text === "" || isHttps(text), { message: t("company.logo-wrong") }),
      primary_color: colour,
      secondary_color: colour,
    }),
    values: {
      name: branding.name ?? "",
      logo_url: branding.logo_url ?? "",
      primary_color: branding.primary_color ?? "",
      secondary_color: branding.secondary_color ?? "",
    },
    toBody: (values) => ({
      branding: {
        name: values.name.trim() || null,
        logo_url: values.logo_url.trim() || null,
        primary_color: values.primary_color || null,
        secondary_color: values.secondary_color || null,
      },
    }),
  });
  const shown = useWatch({ control: form.control });
  return (
    <SettingsCard title={t("company.branding")} description={t("company.branding-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("company.brand-name")} placeholder={company.name} />
            <TextField
              control={form.control}
              name="logo_url"
              label={t("company.logo")}
              description={t("company.logo-hint")}
              type="url"
              placeholder="https://"
            />
            <ColourField control={form.control} name="primary_color" label={t("company.primary")} />
            <ColourField control={form.control} name="secondary_color" label={t("company.secondary")} />
          </div>
          <BrandingPreview
            name={shown.name || company.name}
            primary={shown.primary_color ?? ""}
            secondary={shown.secondary_color ?? ""}
          />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
