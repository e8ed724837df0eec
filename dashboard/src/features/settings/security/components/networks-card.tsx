import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Company } from "@/api/tenant/get-tenant";
import { TextareaField } from "@/components/form/textarea-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { includesAddress, isNetwork, linesOf } from "../../utils/networks";
import { useCompanyForm } from "../../utils/use-company-form";
import { ownAddressQuery } from "../api/get-own-address";

const MOST = 100;

/** From which addresses people and programs may come; with the own one not among them, nobody could take it back. */
export function NetworksCard({ company }: { company: Company }) {
  const { t } = useTranslation("settings");
  const own = useQuery(ownAddressQuery).data ?? null;
  const { form, submit, dirty, pending, mayChange } = useCompanyForm({
    company,
    schema: z.object({
      allowed_networks: z.string().superRefine((text, context) => {
        const lines = linesOf(text);
        const wrong = lines.find((line) => !isNetwork(line));
        const say = (message: string) => context.addIssue({ code: "custom", message });
        if (wrong !== undefined) say(t("security.network-wrong", { network: wrong }));
        else if (lines.length > MOST) say(t("security.networks-many", { count: MOST }));
        else if (own && lines.length > 0 && !includesAddress(lines, own))
          say(t("security.own-missing", { address: own }));
      }),
    }),
    values: { allowed_networks: (company.security.allowed_networks ?? []).join("\n") },
    toBody: (values) => ({ security: { allowed_networks: linesOf(values.allowed_networks) } }),
  });
  const written = linesOf(useWatch({ control: form.control, name: "allowed_networks" }));
  const isOut = own !== null && written.length > 0 && !includesAddress(written, own);
  const add = (address: string) =>
    form.setValue("allowed_networks", [...written, address].join("\n"), { shouldDirty: true, shouldValidate: true });
  return (
    <SettingsCard title={t("security.networks")} description={t("security.networks-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending} mayChange={mayChange}>
          <TextareaField
            control={form.control}
            name="allowed_networks"
            label={t("security.networks-label")}
            description={own ? t("security.own-address", { address: own }) : undefined}
            placeholder={"203.0.113.0/24\n2001:db8::/32"}
            rows={4}
            className="font-mono text-xs"
          />
          {isOut && (
            <Alert variant="warning">
              <AlertDescription>
                <p>{t("security.own-missing", { address: own })}</p>
                <Button type="button" size="sm" variant="outline" onClick={() => add(own)}>
                  {t("security.add-own")}
                </Button>
              </AlertDescription>
            </Alert>
          )}
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
