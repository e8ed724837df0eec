import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useCreateFlowFromTemplate } from "../../api/create-flow-from-template";
import { messageOf } from "../../utils/message-of";
import { ChatbotSelect } from "../chatbot-select";
import { TemplateNeeds } from "./template-needs";
import { TemplatePreview } from "./template-preview";
import { useWords } from "./use-words";

type Props = { template: Schema<"FlowTemplateRow">; chatbotId?: string; onBack: () => void };

/** One flow of the gallery: how it talks, what it needs, and where the copy goes. */
export function UseTemplate({ template, chatbotId, onBack }: Props) {
  const { t } = useTranslation("chatbots");
  const words = useWords();
  return (
    <div className="space-y-4">
      <Button variant="ghost" size="sm" onClick={onBack}>
        <ArrowLeft aria-hidden /> {t("gallery.back")}
      </Button>
      <div className="grid gap-6 md:grid-cols-2">
        <div className="space-y-4">
          <div>
            <h3 className="text-base font-semibold">{words(template.title)}</h3>
            <p className="text-muted-foreground">{words(template.description)}</p>
          </div>
          <TemplateNeeds needs={template.needs ?? []} />
          <KeepForm template={template} chatbotId={chatbotId} />
        </div>
        <TemplatePreview templateKey={template.key} />
      </div>
    </div>
  );
}

function KeepForm({ template, chatbotId }: Omit<Props, "onBack">) {
  const { t } = useTranslation("chatbots");
  const words = useWords();
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(words(template.title));
  const [owner, setOwner] = useState(chatbotId ?? null);
  const create = useCreateFlowFromTemplate(template.key, key);
  const navigate = useNavigate();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const done = (flow: { id: string }) => {
      toast.success(t("gallery.kept"));
      void navigate(`/flows/${flow.id}`);
    };
    create.mutate({ name: name.trim(), chatbot_id: owner, priority: 0 }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="space-y-2">
        <Label htmlFor="template-name">{t("name")}</Label>
        <Input
          id="template-name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="space-y-2">
        <Label htmlFor="template-chatbot">{t("move.chatbot")}</Label>
        <ChatbotSelect id="template-chatbot" value={owner} onChange={setOwner} />
      </div>
      {create.isError && (
        <p role="alert" className="text-destructive">
          {messageOf(create.error)}
        </p>
      )}
      <SubmitButton pending={create.isPending}>{t("gallery.keep")}</SubmitButton>
    </form>
  );
}
