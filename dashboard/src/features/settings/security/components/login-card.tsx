import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useMe } from "@/api/me/get-me";
import type { Company } from "@/api/tenant/get-tenant";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/text-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { numberOf, textOf, wholeOf } from "../../utils/checks";
import { useCompanyForm } from "../../utils/use-company-form";

/** A month: who is away for longer logs in again. */
const MOST_HOURS = 720;

/** A second factor for everybody, and how long a session lasts. */
export function LoginCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const me = useMe();
  const { security } = company;
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      two_factor_required: z.boolean(),
      session_hours: wholeOf(t, { least: 1, most: MOST_HOURS, optional: true }),
    }),
    values: {
      two_factor_required: security.two_factor_required ?? false,
      session_hours: textOf(security.session_hours),
    },
    toBody: (values) => ({
      security: {
        two_factor_required: values.two_factor_required,
        session_hours: numberOf(values.session_hours),
      },
    }),
  });
  const isRequired = useWatch({ control: form.control, name: "two_factor_required" });
  return (
    <SettingsCard title={t("security.login")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <SwitchField
            control={form.control}
            name="two_factor_required"
            label={t("security.two-factor")}
            description={t("security.two-factor-hint")}
            disabled={!mayChange}
          />
          {isRequired && !me.two_factor_enabled && (
            <Alert variant="warning" role="status">
              <AlertDescription>{t("security.two-factor-own")}</AlertDescription>
            </Alert>
          )}
          <div className="sm:max-w-xs">
            <TextField
              control={form.control}
              name="session_hours"
              inputMode="numeric"
              label={t("security.session")}
              description={t("security.session-hint")}
            />
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
