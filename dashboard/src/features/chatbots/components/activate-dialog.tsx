import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useSetChatbotActive } from "../api/set-chatbot-active";
import { messageOf } from "../utils/message-of";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; chatbot: Schema<"ChatbotRow"> };

/** Asks before a chatbot begins or stops to answer customers. */
export function ActivateDialog({ open, onOpenChange, chatbot }: Props) {
  const { t } = useTranslation("chatbots");
  const set = useSetChatbotActive();
  const word = chatbot.is_active ? "deactivate" : "activate";
  const confirm = () =>
    set.mutate(
      { id: chatbot.id, active: !chatbot.is_active },
      {
        onSuccess: () => {
          toast.success(t(`${word}_done`));
          onOpenChange(false);
        },
        onError: (error) => toast.error(messageOf(error)),
      },
    );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`${word}_title`, { name: chatbot.name })}
      description={t(`${word}_text`)}
      confirmLabel={t(word)}
      destructive={chatbot.is_active}
      onConfirm={confirm}
      pending={set.isPending}
    />
  );
}
