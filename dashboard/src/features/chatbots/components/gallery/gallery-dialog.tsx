import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { GalleryList } from "./gallery-list";
import { UseTemplate } from "./use-template";

type Props = { chatbotId?: string; onClose: () => void };

/** Complete flows to begin with: choose one, look at it, keep it as a draft. */
export function GalleryDialog({ chatbotId, onClose }: Props) {
  const { t } = useTranslation("chatbots");
  const [chosen, setChosen] = useState<Schema<"FlowTemplateRow"> | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[92dvh] overflow-y-auto sm:max-w-4xl">
        <DialogHeader>
          <DialogTitle>{t("gallery.title")}</DialogTitle>
          <DialogDescription>{t("gallery.text")}</DialogDescription>
        </DialogHeader>
        {chosen ? (
          <UseTemplate template={chosen} chatbotId={chatbotId} onBack={() => setChosen(null)} />
        ) : (
          <GalleryList onChoose={setChosen} />
        )}
      </DialogContent>
    </Dialog>
  );
}
