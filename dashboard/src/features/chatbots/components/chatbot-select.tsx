import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { chatbotsQuery } from "@/api/chatbots/list-chatbots";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** A select has no empty value. */
const NONE = "none";
type Props = { id: string; value: string | null; onChange: (chatbotId: string | null) => void };

/** Chooses a chatbot, or none. */
export function ChatbotSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation("chatbots");
  const chatbots = useQuery(chatbotsQuery());
  return (
    <Select value={value ?? NONE} onValueChange={(chosen) => onChange(chosen === NONE ? null : chosen)}>
      <SelectTrigger id={id} className="w-full">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={NONE}>{t("flow.no_chatbot")}</SelectItem>
        {chatbots.data?.items.map((chatbot) => (
          <SelectItem key={chatbot.id} value={chatbot.id}>
            {chatbot.name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
