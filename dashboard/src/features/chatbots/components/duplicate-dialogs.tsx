import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { useDuplicateChatbot } from "../api/duplicate-chatbot";
import { useDuplicateFlow } from "../api/duplicate-flow";
import { NameDialog } from "./name-dialog";

type Shown = { open: boolean; onOpenChange: (open: boolean) => void };

/** Copies a chatbot with all of its flows, under another name. */
export function DuplicateChatbotDialog({ chatbot, ...shown }: Shown & { chatbot: Schema<"ChatbotRow"> }) {
  const { t } = useTranslation("chatbots");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const duplicate = useDuplicateChatbot(key);
  const navigate = useNavigate();
  const done = (copy: { id: string }) => {
    setKey(crypto.randomUUID());
    shown.onOpenChange(false);
    toast.success(t("duplicated"));
    void navigate(`/chatbots/${copy.id}`);
  };
  return (
    <NameDialog
      {...shown}
      title={t("duplicate_title", { name: chatbot.name })}
      description={t("duplicate_text")}
      initial={t("copy_of", { name: chatbot.name })}
      submitLabel={t("duplicate")}
      pending={duplicate.isPending}
      error={duplicate.error}
      onSubmit={(name) => duplicate.mutate({ id: chatbot.id, name }, { onSuccess: done })}
    />
  );
}

/** Copies a flow with its tests, under another name. */
export function DuplicateFlowDialog({ flow, ...shown }: Shown & { flow: Schema<"FlowRow"> }) {
  const { t } = useTranslation("chatbots");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const duplicate = useDuplicateFlow(key);
  const done = () => {
    setKey(crypto.randomUUID());
    shown.onOpenChange(false);
    toast.success(t("duplicated"));
  };
  return (
    <NameDialog
      {...shown}
      title={t("duplicate_title", { name: flow.name })}
      description={t("flow.duplicate_text")}
      initial={t("copy_of", { name: flow.name })}
      submitLabel={t("duplicate")}
      pending={duplicate.isPending}
      error={duplicate.error}
      onSubmit={(name) => duplicate.mutate({ id: flow.id, name }, { onSuccess: done })}
    />
  );
}
