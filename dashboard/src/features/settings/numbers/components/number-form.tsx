import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Schema } from "@/api/types";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import type { Config } from "../api/get-config";
import { useSaveConfig } from "../api/save-config";
import { limitsBody, limitsOf, limitsShape } from "../utils/limits";
import { ChatbotField, NO_CHATBOT } from "./chatbot-field";
import { LimitFields } from "./limit-fields";

const IDS = ["phone_number", "phone_number_id", "business_account_id"] as const;

/** How a number is called, who answers first, how fast it may send, and its ids at Meta. */
export function NumberForm({ config }: { config: Config }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const save = useSaveConfig(config.id);
  const isOfficial = config.api_type === "official";
  const id = isOfficial ? lineOf(t) : z.string();
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      chatbot_id: z.string(),
      phone_number: id,
      phone_number_id: id,
      business_account_id: id,
      ...limitsShape(t),
    }),
    values: {
      name: config.name,
      chatbot_id: config.chatbot_id ?? NO_CHATBOT,
      phone_number: config.phone_number,
      phone_number_id: config.phone_number_id,
      business_account_id: config.business_account_id,
      ...limitsOf(config),
    },
    done: t("common:saved"),
    send: (values) => {
      const body: Schema<"UpdateConfigRequest"> = {
        name: values.name,
        chatbot_id: values.chatbot_id === NO_CHATBOT ? null : values.chatbot_id,
        ...limitsBody(values),
      };
      if (isOfficial) for (const name of IDS) if (values[name] !== config[name]) body[name] = values[name];
      return save.mutateAsync({ version: config.version, body });
    },
    reload: () => void client.invalidateQueries({ queryKey: ["whatsapp-configs", config.id] }),
  });
  return (
    <SettingsCard title={t("numbers.settings")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("numbers.name")} />
            <ChatbotField control={form.control} name="chatbot_id" />
          </div>
          <LimitFields control={form.control} />
          {isOfficial && (
            <div className="grid gap-4 sm:grid-cols-3">
              {IDS.map((name) => (
                <TextField key={name} control={form.control} name={name} label={t(`numbers.${name}`)} />
              ))}
            </div>
          )}
          {!isOfficial && config.api_url && (
            <p className="text-sm text-muted-foreground">{t("numbers.server-is", { server: config.api_url })}</p>
          )}
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
