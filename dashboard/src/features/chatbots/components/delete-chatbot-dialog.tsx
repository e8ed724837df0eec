import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useDeleteChatbot } from "../api/delete-chatbot";
import { messageOf } from "../utils/message-of";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  chatbot: Schema<"ChatbotRow">;
  onDeleted: () => void;
};

/** Asks before a chatbot is deleted; where flows or numbers hang on it, the refusal is told. */
export function DeleteChatbotDialog({ open, onOpenChange, chatbot, onDeleted }: Props) {
  const { t } = useTranslation("chatbots");
  const remove = useDeleteChatbot();
  const confirm = () =>
    remove.mutate(chatbot.id, {
      onSuccess: () => {
        toast.success(t("deleted"));
        onOpenChange(false);
        onDeleted();
      },
      onError: (error) => toast.error(messageOf(error), { duration: 10_000 }),
    });
  const hangs = chatbot.flows > 0 || chatbot.numbers > 0;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("delete_title", { name: chatbot.name })}
      description={t(hangs ? "delete_hangs" : "delete_text")}
      confirmLabel={t("delete")}
      destructive
      onConfirm={confirm}
      pending={remove.isPending}
    />
  );
}
