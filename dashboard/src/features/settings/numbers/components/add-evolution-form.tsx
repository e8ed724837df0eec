import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { TextField } from "@/components/text-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { lineOf } from "../../utils/checks";
import { useAddConfig } from "../api/add-config";
import { limitsBody, limitsShape } from "../utils/limits";
import { ChatbotField, NO_CHATBOT } from "./chatbot-field";
import { LimitFields } from "./limit-fields";

/** The longest secret that the API takes. */
const MAX_SECRET = 4_096;

const FIRST = {
  name: "",
  api_url: "",
  phone_number_id: "",
  access_token: "",
  chatbot_id: NO_CHATBOT,
  messages_per_second: "80",
  rate_limit_per_minute: "",
  daily_limit: "",
};

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Connects a number of an Evolution API server; its phone is linked by a QR code on the next page. */
export function AddEvolutionForm() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const add = useAddConfig();
  const keyOf = useIdempotencyKey();
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      api_url: z.string().refine(isAddress, { message: t("numbers.api_url-wrong") }),
      phone_number_id: z.string().regex(/^[\w.-]+$/, t("numbers.instance-wrong")),
      access_token: lineOf(t, MAX_SECRET),
      chatbot_id: z.string(),
      ...limitsShape(t),
    }),
    values: FIRST,
    done: t("numbers.added"),
    send: async ({ chatbot_id: chatbot, ...values }) => {
      const body = {
        ...values,
        ...limitsBody(values),
        api_type: "evolution" as const,
        chatbot_id: chatbot === NO_CHATBOT ? null : chatbot,
      };
      const made = await add.mutateAsync({ key: keyOf(body), body });
      await navigate(`/settings/numbers/${made.id}`, { replace: true });
    },
  });
  return (
    <SettingsCard title={t("numbers.types.evolution")}>
      <Alert variant="warning" role="note" className="mb-4">
        <AlertDescription>{t("numbers.evolution-risk")}</AlertDescription>
      </Alert>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty pending={pending} submitLabel={t("numbers.connect")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={form.control} name="name" label={t("numbers.name")} />
            <TextField
              control={form.control}
              name="api_url"
              type="url"
              label={t("numbers.api_url")}
              placeholder="https://evolution.aurora.com.br"
            />
            <TextField
              control={form.control}
              name="phone_number_id"
              label={t("numbers.instance")}
              description={t("numbers.instance-hint")}
            />
            <TextField
              control={form.control}
              name="access_token"
              type="password"
              autoComplete="new-password"
              label={t("numbers.api_key")}
            />
            <ChatbotField control={form.control} name="chatbot_id" />
          </div>
          <LimitFields control={form.control} />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
