import { useQuery } from "@tanstack/react-query";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { chatbotsQuery } from "@/api/chatbots/list-chatbots";
import { useMay } from "@/api/me/get-me";
import { SelectField } from "@/components/form/select-field";

/** What the form holds for no chatbot: the control allows no empty value. */
export const NO_CHATBOT = "none";

type Props<Values extends FieldValues> = { control: Control<Values>; name: FieldPath<Values> };

/** Which chatbot answers who writes to the number. */
export function ChatbotField<Values extends FieldValues>({ control, name }: Props<Values>) {
  const { t } = useTranslation("settings");
  const mayRead = useMay("flows:read");
  const chatbots = useQuery({ ...chatbotsQuery(), enabled: mayRead }).data?.items ?? [];
  return (
    <SelectField
      control={control}
      name={name}
      label={t("numbers.chatbot")}
      description={t("numbers.chatbot-hint")}
      disabled={!mayRead}
      options={[
        { value: NO_CHATBOT, label: t("numbers.no-chatbot") },
        ...chatbots.map((one) => ({
          value: one.id,
          label: one.is_active ? one.name : t("numbers.chatbot-off", { name: one.name }),
        })),
      ]}
    />
  );
}
