import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "@/api/templates/list-approved-templates";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { Conversation } from "../../utils/patch-conversation";
import { TemplateFill } from "./template-fill";
import { TemplateList } from "./template-list";

/** Chooses a template, fills it in while showing what the contact will read, and sends it. */
export function TemplateDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const [template, setTemplate] = useState<Template | null>(null);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="flex max-h-[90dvh] flex-col gap-0 overflow-hidden p-0 sm:max-w-3xl">
        <DialogHeader className="border-b p-4">
          <DialogTitle>{template ? template.name : t("templatePicker.title")}</DialogTitle>
          <DialogDescription>{t("templatePicker.description")}</DialogDescription>
        </DialogHeader>
        {template ? (
          <TemplateFill
            key={template.id}
            template={template}
            conversation={conversation}
            onBack={() => setTemplate(null)}
            onDone={onClose}
          />
        ) : (
          <TemplateList configId={conversation.whatsapp_config_id} onChoose={setTemplate} />
        )}
      </DialogContent>
    </Dialog>
  );
}
