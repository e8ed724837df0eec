import { useTranslation } from "react-i18next";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { useConversationTags } from "../../hooks/use-conversation-tags";
import type { Conversation } from "../../utils/patch-conversation";
import { TagPicker } from "./tag-picker";

/** Says which tags a conversation has; each choice holds at once. */
export function TagsDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const tags = useConversationTags(conversation);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="gap-0 overflow-hidden p-0 sm:max-w-sm">
        <DialogHeader className="p-4 pb-2">
          <DialogTitle>{t("handling.tagsDialog.title")}</DialogTitle>
          <DialogDescription>{t("handling.tagsDialog.description")}</DialogDescription>
        </DialogHeader>
        <TagPicker chosen={conversation.tag_ids} onChange={(ids) => tags.mutate(ids)} />
      </DialogContent>
    </Dialog>
  );
}
