import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import type { Config } from "../api/get-config";
import { useSaveConfig } from "../api/save-config";

const OF_META = ["access_token", "app_secret", "webhook_verify_token"] as const;
const OF_EVOLUTION = ["access_token"] as const;
const NOTHING = { access_token: "", app_secret: "", webhook_verify_token: "" };

/** New secrets in place of those that are kept; an empty field leaves the one that is there. */
export function SecretsForm({ config }: { config: Config }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const save = useSaveConfig(config.id);
  const names = config.api_type === "official" ? OF_META : OF_EVOLUTION;
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({ access_token: z.string(), app_secret: z.string(), webhook_verify_token: z.string() }),
    values: NOTHING,
    after: () => NOTHING,
    done: t("common:saved"),
    send: (values) => {
      const given = names.filter((name) => values[name].trim() !== "");
      const body = Object.fromEntries(given.map((name) => [name, values[name].trim()]));
      return save.mutateAsync({ version: config.version, body });
    },
    reload: () => void client.invalidateQueries({ queryKey: ["whatsapp-configs", config.id] }),
  });
  return (
    <SettingsCard title={t("numbers.secrets")} description={t("numbers.secrets-hint")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <div className="grid gap-4 sm:grid-cols-2">
            {names.map((name) => (
              <TextField
                key={name}
                control={form.control}
                name={name}
                type="password"
                autoComplete="new-password"
                label={t(`numbers.${config.api_type === "official" ? name : "api_key"}`)}
                placeholder={config[name] === null ? t("numbers.secret-none") : t("numbers.secret-kept")}
              />
            ))}
          </div>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
