import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { textOf, wholeOf } from "../../utils/checks";
import { useCompanyForm } from "../../utils/use-company-form";

const DAY_MINUTES = 1_440;
const YEAR_DAYS = 365;

/** When an idle person counts as away, and to whom a contact who comes back goes. */
export function PresenceCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const minutes = wholeOf(t, { least: 1, most: DAY_MINUTES });
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      away_after_minutes: minutes,
      return_after_minutes: minutes,
      sticky_agent_days: wholeOf(t, { least: 0, most: YEAR_DAYS }),
    }),
    values: {
      away_after_minutes: textOf(company.away_after_minutes),
      return_after_minutes: textOf(company.return_after_minutes),
      sticky_agent_days: textOf(company.sticky_agent_days),
    },
    toBody: (values) => ({
      away_after_minutes: Number(values.away_after_minutes),
      return_after_minutes: Number(values.return_after_minutes),
      sticky_agent_days: Number(values.sticky_agent_days),
    }),
  });
  return (
    <SettingsCard title={t("company.presence")} description={t("company.presence-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <div className="grid gap-4 sm:grid-cols-3">
            {(["away_after_minutes", "return_after_minutes", "sticky_agent_days"] as const).map((name) => (
              <TextField
                key={name}
                control={form.control}
                name={name}
                inputMode="numeric"
                label={t(`company.${name}`)}
                description={t(`company.${name}-hint`)}
              />
            ))}
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
