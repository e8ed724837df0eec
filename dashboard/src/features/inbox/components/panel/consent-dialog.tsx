import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useRecordConsent } from "@/api/contacts/record-consent";
import type { Schema } from "@/api/types";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";

type Props = { contactId: string; purpose: Schema<"Purpose">; isGranted: boolean; onClose: () => void };

/** Writes a consent or a refusal down with its proof: where it was given, and what the contact was shown. */
export function ConsentDialog({ contactId, purpose, isGranted, onClose }: Props) {
  const { t } = useTranslation("inbox");
  const record = useRecordConsent();
  const keyOf = useSendKey();
  const [source, setSource] = useState("");
  const [textShown, setTextShown] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!source.trim() || record.isPending) return;
    const consent = { purpose, source: source.trim(), text_shown: textShown.trim() || null };
    const said = { contactId, isGranted, consent };
    record.mutate({ ...said, key: keyOf(said) }, { onSuccess: onClose, onError: (error) => tellError(error) });
  };
  const purposeName = t(`panel.purposes.${purpose}`);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="sm:max-w-md">
        <form onSubmit={submit} className="grid gap-4">
          <DialogHeader>
            <DialogTitle>
              {t(isGranted ? "panel.consent.optInTitle" : "panel.consent.optOutTitle", { purpose: purposeName })}
            </DialogTitle>
            <DialogDescription>{t("panel.consent.description")}</DialogDescription>
          </DialogHeader>
          <div className="grid gap-1.5">
            <Label htmlFor="consent-source">{t("panel.consent.source")}</Label>
            <Input
              id="consent-source"
              required
              maxLength={100}
              value={source}
              placeholder={t("panel.consent.sourcePlaceholder")}
              onChange={(event) => setSource(event.target.value)}
            />
          </div>
          <div className="grid gap-1.5">
            <Label htmlFor="consent-text">{t("panel.consent.textShown")}</Label>
            <Textarea
              id="consent-text"
              rows={3}
              value={textShown}
              onChange={(event) => setTextShown(event.target.value)}
            />
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {t("handling.cancel")}
            </Button>
            <Button type="submit" aria-disabled={!source.trim() || record.isPending}>
              {t("panel.consent.record")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
