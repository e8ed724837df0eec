import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import type { AiSettings } from "../api/get-ai-settings";
import { PROVIDERS, useModelForm } from "../hooks/use-model-form";

/** Which model answers, its key, its prices, and what it may cost. */
export function ModelCard({ settings }: { settings: AiSettings }) {
  const { t } = useTexts();
  const { form, submit, dirty, pending } = useModelForm(settings);
  const { control } = form;
  const isLocal = form.watch("provider") === "local";
  return (
    <SettingsCard title={t("ai.model-title")} description={t("ai.model-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              control={control}
              name="provider"
              label={t("ai.provider")}
              options={PROVIDERS.map((value) => ({ value, label: t(`ai.providers.${value}`) }))}
            />
            <TextField control={control} name="model" label={t("ai.model")} />
            {!isLocal && (
              <>
                <TextField
                  control={control}
                  name="api_key"
                  type="password"
                  autoComplete="off"
                  label={t("ai.key")}
                  description={t(settings.has_api_key ? "ai.key-kept" : "ai.key-none")}
                />
                <TextField
                  control={control}
                  name="base_url"
                  label={t("ai.address")}
                  description={t("ai.address-hint")}
                />
                <TextField
                  control={control}
                  name="embedding_model"
                  label={t("ai.embedding")}
                  description={t("ai.embedding-hint")}
                />
                <TextField control={control} name="currency" label={t("ai.currency")} />
                <TextField control={control} name="input_price" inputMode="decimal" label={t("ai.input-price")} />
                <TextField control={control} name="output_price" inputMode="decimal" label={t("ai.output-price")} />
              </>
            )}
            <TextField
              control={control}
              name="monthly_tokens"
              inputMode="numeric"
              label={t("ai.monthly-tokens")}
              description={t("ai.cap-hint")}
            />
            <TextField
              control={control}
              name="monthly_cost"
              inputMode="decimal"
              label={t("ai.monthly-cost")}
              description={t("ai.cap-hint")}
            />
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
