import { useQueryClient } from "@tanstack/react-query";
import type { FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useMay } from "@/api/me/get-me";
import { tenantQuery, type Company } from "@/api/tenant/get-tenant";
import type { Schema } from "@/api/types";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useSaveTenant } from "../api/save-tenant";

type Given<Values extends FieldValues> = {
  company: Company;
  schema: z.ZodType<Values, Values>;
  values: Values;
  toBody: (values: Values) => Schema<"UpdateSettingsRequest">;
};

/** Fields of the API such as `security.allowed_networks[0]` are the form's `allowed_networks`. */
const nameIn = (field: string): string =>
  field.replace(/^(security|branding|rate_limits)\./, "").replace(/\[\d+\]$/, "");

/** A form over a part of the company's settings. */
export function useCompanyForm<Values extends FieldValues>({ company, schema, values, toBody }: Given<Values>) {
  const { t } = useTranslation("common");
  const client = useQueryClient();
  const save = useSaveTenant();
  const mayChange = useMay("tenant:manage");
  const entity = useEntityForm({
    schema,
    values,
    rename: nameIn,
    done: t("saved"),
    send: (given) => save.mutateAsync({ version: company.version, body: toBody(given) }),
    reload: () => void client.invalidateQueries({ queryKey: tenantQuery.queryKey }),
  });
  return { ...entity, mayChange };
}
