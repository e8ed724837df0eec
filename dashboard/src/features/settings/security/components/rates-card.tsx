import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { numberOf, textOf, wholeOf } from "../../utils/checks";
import { useCompanyForm } from "../../utils/use-company-form";

const MOST_A_SECOND = 200;
const MOST_AT_ONCE = 2_000;

/** How fast the company's programs and people may call, all together. */
export function RatesCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const { rate_limits: rates } = company;
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      requests_per_second: wholeOf(t, { least: 1, most: MOST_A_SECOND, optional: true }),
      burst: wholeOf(t, { least: 1, most: MOST_AT_ONCE, optional: true }),
    }),
    values: { requests_per_second: textOf(rates.requests_per_second), burst: textOf(rates.burst) },
    toBody: (values) => ({
      rate_limits: { requests_per_second: numberOf(values.requests_per_second), burst: numberOf(values.burst) },
    }),
  });
  return (
    <SettingsCard title={t("security.rates")} description={t("security.rates-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              control={form.control}
              name="requests_per_second"
              inputMode="numeric"
              label={t("security.per-second")}
              placeholder={t("security.default")}
            />
            <TextField
              control={form.control}
              name="burst"
              inputMode="numeric"
              label={t("security.burst")}
              placeholder={t("security.default")}
            />
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
