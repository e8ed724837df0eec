import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { TimeZoneSelect } from "@/components/time-zone-select";
import { Form, FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { currentLanguage, LANGUAGES } from "@/lib/language";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import { useCompanyForm } from "../../utils/use-company-form";

/** Currencies by their names in the reader's language; the API says which of them are in use. */
function currencies(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(currentLanguage(), { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({ code, name: names.of(code) ?? code }));
}

/** What the company is called, and how it reads times and money. */
export function BasicsCard({ company }: { company: Company }) {
  const { t } = useTranslation(["settings", "common"]);
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      name: lineOf(t),
      time_zone: z.string(),
      language: z.string(),
      currency: z.string().regex(/^[A-Z]{3}$/, t("company.currency-wrong")),
    }),
    values: {
      name: company.name,
      time_zone: company.time_zone,
      language: company.language,
      currency: company.currency,
    },
    toBody: (values) => values,
  });
  return (
    <SettingsCard title={t("company.basics")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <TextField control={form.control} name="name" label={t("company.name")} autoComplete="organization" />
          <div className="grid gap-4 sm:grid-cols-3">
            <FormField
              control={form.control}
              name="time_zone"
              render={({ field }) => (
                <FormItem>
                  <FormLabel>{t("company.time-zone")}</FormLabel>
                  <FormControl>
                    <TimeZoneSelect value={field.value} onChange={field.onChange} disabled={!mayChange} />
                  </FormControl>
                  <FormDescription>{t("company.time-zone-hint")}</FormDescription>
                  <FormMessage />
                </FormItem>
              )}
            />
            <SelectField
              control={form.control}
              name="language"
              label={t("company.language")}
              description={t("company.language-hint")}
              disabled={!mayChange}
              options={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            />
            <TextField
              control={form.control}
              name="currency"
              label={t("company.currency")}
              description={t("company.currency-hint")}
              list="currencies"
              maxLength={3}
            />
            <datalist id="currencies">
              {currencies().map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </datalist>
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
