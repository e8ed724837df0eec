import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { TextareaField } from "@/components/form/textarea-field";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { linesOf } from "../../utils/networks";
import { useCompanyForm } from "../../utils/use-company-form";

/** What a browser says of a page: scheme, host, perhaps a port; plain http on one's own machine only. */
const ORIGIN = /^(?:https:\/\/|http:\/\/(?=localhost\b))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/** From which other pages a browser may call the API in the company's name. */
export function OriginsCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      dashboard_origins: z.string().superRefine((text, context) => {
        const wrong = linesOf(text).find((line) => !ORIGIN.test(line));
        if (wrong !== undefined)
          context.addIssue({ code: "custom", message: t("company.origin-wrong", { origin: wrong }) });
      }),
    }),
    values: { dashboard_origins: company.dashboard_origins.join("\n") },
    toBody: (values) => ({ dashboard_origins: linesOf(values.dashboard_origins) }),
  });
  return (
    <SettingsCard title={t("company.origins")} description={t("company.origins-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <TextareaField
            control={form.control}
            name="dashboard_origins"
            label={t("company.origins-label")}
            placeholder="https://painel.aurora.com.br"
            rows={3}
            className="font-mono text-xs"
          />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
