import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import { useAddConfig } from "../api/add-config";
import { limitsBody, limitsShape } from "../utils/limits";
import { ChatbotField, NO_CHATBOT } from "./chatbot-field";
import { LimitFields } from "./limit-fields";

const PLAIN = ["phone_number", "phone_number_id", "business_account_id"] as const;
const SECRETS = ["access_token", "app_secret", "webhook_verify_token"] as const;
/** The longest secret that the API takes. */
const MAX_SECRET = 4_096;

/** A token that nobody guesses, for Meta to show that it is Meta. */
const makeToken = (): string => crypto.randomUUID().replaceAll("-", "");

/** Connects a number of Meta's Cloud API. */
export function AddOfficialForm() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const add = useAddConfig();
  const keyOf = useIdempotencyKey();
  const [first] = useState(() => ({
    name: "",
    phone_number: "",
    phone_number_id: "",
    business_account_id: "",
    access_token: "",
    app_secret: "",
    webhook_verify_token: makeToken(),
    chatbot_id: NO_CHATBOT,
    messages_per_second: "80",
    rate_limit_per_minute: "",
    daily_limit: "",
  }));
  const line = lineOf(t);
  const secret = lineOf(t, MAX_SECRET);
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: line,
      phone_number: line,
      phone_number_id: line,
      business_account_id: line,
      access_token: secret,
      app_secret: secret,
      webhook_verify_token: line,
      chatbot_id: z.string(),
      ...limitsShape(t),
    }),
    values: first,
    done: t("numbers.added"),
    send: async ({ chatbot_id: chatbot, ...values }) => {
      const body = {
        ...values,
        ...limitsBody(values),
        api_type: "official" as const,
        chatbot_id: chatbot === NO_CHATBOT ? null : chatbot,
      };
      const made = await add.mutateAsync({ key: keyOf(body), body });
      await navigate(`/settings/numbers/${made.id}`, { replace: true });
    },
  });
  return (
    <SettingsCard title={t("numbers.types.official")} description={t("numbers.official-where")}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty pending={pending} submitLabel={t("numbers.connect")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("numbers.name")} />
            {PLAIN.map((name) => (
              <TextField
                key={name}
                control={form.control}
                name={name}
                label={t(`numbers.${name}`)}
                description={t(`numbers.${name}-hint`)}
              />
            ))}
            {SECRETS.map((name) => (
              <TextField
                key={name}
                control={form.control}
                name={name}
                type={name === "webhook_verify_token" ? "text" : "password"}
                autoComplete="new-password"
                label={t(`numbers.${name}`)}
                description={t(`numbers.${name}-hint`)}
              />
            ))}
            <ChatbotField control={form.control} name="chatbot_id" />
          </div>
          <LimitFields control={form.control} />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
