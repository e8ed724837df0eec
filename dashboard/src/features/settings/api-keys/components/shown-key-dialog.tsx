import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { CopyField } from "@/components/copy-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";

type Props = { shown: Schema<"ShownApiKey"> | null; onClose: () => void };

/** A key's text, this once. A click beside it does not close it: there is no second look. */
export function ShownKeyDialog({ shown, onClose }: Props) {
  const { t } = useTranslation("settings");
  if (!shown) return null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent onInteractOutside={(event) => event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{t("api-keys.shown", { name: shown.name })}</DialogTitle>
          <DialogDescription>{t("api-keys.shown-hint")}</DialogDescription>
        </DialogHeader>
        <CopyField label={t("api-keys.text")} value={shown.key} />
        <Alert variant="warning" role="note">
          <TriangleAlert aria-hidden />
          <AlertDescription>{t("api-keys.once")}</AlertDescription>
        </Alert>
        <DialogFooter>
          <Button onClick={onClose}>{t("api-keys.kept")}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
