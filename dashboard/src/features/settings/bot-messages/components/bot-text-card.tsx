import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { SwitchField } from "@/components/form/switch-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import type { BotText } from "../api/get-bot-config";
import { useSaveBotText } from "../api/save-bot-text";
import { ResetText } from "./reset-text";

const LANGUAGES = ["pt-BR", "en"] as const;

/** An automatic text: whether it is said, and how in each language. */
export function BotTextCard({ text }: { text: BotText }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useSaveBotText();
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      is_enabled: z.boolean(),
      "pt-BR": z.string().trim().min(1, t("checks.required")),
      en: z.string().trim().min(1, t("checks.required")),
    }),
    values: { is_enabled: text.is_enabled, "pt-BR": text.texts["pt-BR"] ?? "", en: text.texts.en ?? "" },
    rename: (field) => LANGUAGES.find((one) => field.endsWith(one)) ?? field,
    done: t("common:saved"),
    send: ({ is_enabled, ...said }) => {
      const changed = LANGUAGES.filter((language) => said[language] !== text.texts[language]);
      const texts = Object.fromEntries(changed.map((language) => [language, said[language]]));
      return save.mutateAsync({ key: text.key, version: text.version, body: { is_enabled, texts } });
    },
    reload: () => void client.invalidateQueries({ queryKey: ["bot", "config"] }),
  });
  return (
    <SettingsCard title={t(`bot.keys.${text.key}.title`)} description={t(`bot.keys.${text.key}.hint`)}>
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <SwitchField control={form.control} name="is_enabled" label={t("bot.enabled")} />
          <div className="grid gap-4 sm:grid-cols-2">
            {LANGUAGES.map((language) => (
              <div key={language} className="grid content-start gap-2">
                <TextareaField
                  control={form.control}
                  name={language}
                  rows={5}
                  lang={language}
                  label={t(`common:language.${language}`)}
                />
                {text.own_languages.includes(language) && <ResetText text={text} language={language} />}
              </div>
            ))}
          </div>
          <p className="text-[0.8125rem] text-muted-foreground">
            {t("bot.variables", { names: text.variables.join(", ") })}
          </p>
        </CardForm>
      </Form>
    </SettingsCard>
  );
}
