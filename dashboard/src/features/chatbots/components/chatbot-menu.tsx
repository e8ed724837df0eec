import { Copy, MoreHorizontal, Pencil, Power, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { ActivateDialog } from "./activate-dialog";
import { ChatbotFormDialog } from "./chatbot-form-dialog";
import { DeleteChatbotDialog } from "./delete-chatbot-dialog";
import { DuplicateChatbotDialog } from "./duplicate-dialogs";

type Dialog = "edit" | "duplicate" | "activate" | "delete" | null;

/** What can be done with a chatbot. */
export function ChatbotMenu({ chatbot }: { chatbot: Schema<"ChatbotRow"> }) {
  const { t } = useTranslation("chatbots");
  const [shown, setShown] = useState<Dialog>(null);
  const [mayEdit, mayPublish] = [useMay("flows:edit"), useMay("flows:publish")];
  const navigate = useNavigate();
  if (!mayEdit && !mayPublish) return null;
  const dialog = (name: Dialog) => ({
    open: shown === name,
    onOpenChange: (open: boolean) => setShown(open ? name : null),
  });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("menu_of", { name: chatbot.name })}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem disabled={!mayEdit} onSelect={() => setShown("edit")}>
            <Pencil aria-hidden /> {t("edit")}
          </DropdownMenuItem>
          <DropdownMenuItem disabled={!mayEdit} onSelect={() => setShown("duplicate")}>
            <Copy aria-hidden /> {t("duplicate")}
          </DropdownMenuItem>
          <DropdownMenuItem disabled={!mayPublish} onSelect={() => setShown("activate")}>
            <Power aria-hidden /> {t(chatbot.is_active ? "deactivate" : "activate")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem variant="destructive" disabled={!mayEdit} onSelect={() => setShown("delete")}>
            <Trash2 aria-hidden /> {t("delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ChatbotFormDialog {...dialog("edit")} chatbotId={chatbot.id} />
      <DuplicateChatbotDialog {...dialog("duplicate")} chatbot={chatbot} />
      <ActivateDialog {...dialog("activate")} chatbot={chatbot} />
      <DeleteChatbotDialog {...dialog("delete")} chatbot={chatbot} onDeleted={() => void navigate("/chatbots")} />
    </>
  );
}
