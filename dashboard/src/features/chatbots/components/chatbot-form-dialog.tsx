import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { chatbotQuery } from "@/api/chatbots/get-chatbot";
import { ChatbotForm } from "./chatbot-form";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; chatbotId?: string };

/** Makes a chatbot, or changes the one that is named. */
export function ChatbotFormDialog({ open, onOpenChange, chatbotId }: Props) {
  const { t } = useTranslation("chatbots");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-h-[90dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t(chatbotId ? "form.edit_title" : "form.create_title")}</DialogTitle>
          <DialogDescription>{t("form.text")}</DialogDescription>
        </DialogHeader>
        {chatbotId ? (
          <EditForm chatbotId={chatbotId} onDone={() => onOpenChange(false)} />
        ) : (
          <ChatbotForm chatbot={null} onDone={() => onOpenChange(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ chatbotId, onDone }: { chatbotId: string; onDone: () => void }) {
  const chatbot = useQuery(chatbotQuery(chatbotId));
  if (chatbot.isPending) return <Skeleton className="h-64" />;
  if (chatbot.isError) return <ErrorState error={chatbot.error} onRetry={() => void chatbot.refetch()} />;
  return <ChatbotForm key={chatbot.data.version} chatbot={chatbot.data} onDone={onDone} />;
}
