import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { ConversationActions } from "../../hooks/use-conversation-actions";

const LONGEST = 500;

/** Ends a conversation, perhaps with a word on how it ended. */
export function ResolveDialog({ actions, onClose }: { actions: ConversationActions; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const [resolution, setResolution] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    actions.resolve.mutate(resolution.trim() || null);
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-4">
          <DialogHeader>
            <DialogTitle>{t("handling.resolveDialog.title")}</DialogTitle>
            <DialogDescription>{t("handling.resolveDialog.description")}</DialogDescription>
          </DialogHeader>
          <div className="grid gap-1.5">
            <Label htmlFor="resolution">{t("handling.resolveDialog.label")}</Label>
            <Textarea
              id="resolution"
              value={resolution}
              maxLength={LONGEST}
              rows={3}
              placeholder={t("handling.resolveDialog.placeholder")}
              onChange={(event) => setResolution(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
              }}
            />
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {t("handling.cancel")}
            </Button>
            <Button type="submit">{t("handling.resolve")}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
